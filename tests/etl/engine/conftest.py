"""One Spark for all tests of a process; each that asks for it is skipped where it cannot run."""

from collections.abc import Iterator
from typing import Any

import pytest

from etl.engine.spark import has_java, session

# Short work on little data: compiling it well would take longer than doing it.
QUICK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "2",
}


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="Spark is not installed: requirements-spark.txt")
    if not has_java():
        pytest.skip("there is no Java on this machine")
    with session("local[2]", QUICK) as running:
        yield running
