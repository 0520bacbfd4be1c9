"""One Spark for all tests of a process; each that asks for it is skipped where it cannot run.

Unless `make test` says that they are wanted, which it does in CI beside a Java.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from etl.engine.query import EngineError
from etl.engine.spark import session

# Short work on little data: compiling it well would take longer than doing it.
QUICK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "2",
}


# Set to anything where these tests are wanted: what Spark lacks is then a failure.
WANTED = "GROUNDWORK_TEST_SPARK"


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    try:
        with session("local[2]", QUICK) as running:
            yield running
    except EngineError as error:
        (pytest.fail if os.environ.get(WANTED) else pytest.skip)(str(error))
