"""The marts on Apache Spark: the same files of SQL, from staged Parquet to Parquet.

DuckDB stages and Python fills in between as ever; a table a mart reads is written as Parquet
once, Spark works the mart out, and DuckDB sees its rows through a view. Spark is optional; on a
cluster the folder must be one that all its machines can reach.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from etl.engine import folder as folders
from etl.engine.query import LOCAL, EngineError, Query
from etl.engine.spark_sql import Statement, statement

# DuckDB's types in Spark's words, where they have another name.
_TYPES = {
    "VARCHAR": "string", "UBIGINT": "bigint", "HUGEINT": "bigint", "UINTEGER": "bigint",
    "INTEGER": "int",
}  # fmt: skip
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    # As DuckDB writes: a reader passes over rows of other measures by the groups' least and most.
    "spark.hadoop.parquet.block.row.count.limit": str(folders.ROWS_TOGETHER),
    "spark.sql.files.maxRecordsPerFile": str(40 * folders.ROWS_TOGETHER),
}
# On one machine: nothing listens to others, and a few large parts instead of 200 small ones.
_ON_ONE_MACHINE = {
    "spark.driver.memory": "2g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.executorEnv.PYTHONPATH": str(Path(__file__).parents[2]),
    "spark.sql.shuffle.partitions": "4",
}


class StagedTwiceError(RuntimeError):
    """A table changed after a mart had read it: the order of steps is wrong."""


@contextmanager
def session(master: str = LOCAL, more: Mapping[str, str] | None = None) -> Iterator[Any]:
    """A Spark session for a while, with `more` settings than the usual.

    EngineError where Spark or Java is not installed.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - optional
    except ImportError:
        raise EngineError(
            "Spark is not installed here: make spark, or .venv/bin/pip install -r "
            "requirements-spark.txt"
        ) from None
    if not has_java():
        raise EngineError(
            "Spark needs Java 17 or newer, and there is none here: install one (Debian: "
            "apt-get install openjdk-17-jre-headless) or set JAVA_HOME"
        )
    # Tasks in Python run with the libraries that this process has.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("Groundwork").master(master)
    settings = _SETTINGS | (_ON_ONE_MACHINE if master.startswith("local") else {})
    for name, value in (settings | dict(more or {})).items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
    except Exception as error:  # a gateway that ended, a cluster that is silent, a wrong word
        raise EngineError(
            f"Spark could not start at {master!r}: use local[2] for this machine, or the address "
            "of a cluster that answers (spark://HOST:7077)"
        ) from error
    try:
        yield spark
    finally:
        spark.stop()


def has_java() -> bool:
    """Whether a Java is where Spark would look for it."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java") is not None or bool(home and (Path(home) / "bin/java").exists())


@dataclass
class Spark:
    """Runs portable queries in a session; `folder` gets a folder for every table.

    `made` are the files of every table written so far, `staged` how many rows it then had.
    """

    session: Any
    folder: Path
    made: dict[str, list[Path]] = field(default_factory=dict)
    staged: dict[str, int] = field(default_factory=dict)

    def run(self, con: DuckDBPyConnection, query: Query) -> None:
        for values in query.each:
            asked = statement(query.text, values)
            for name in sorted(asked.reads):
                if name not in self.made:
                    self._stage(con, name)
            self._work_out(con, asked)

    def settled(self, con: DuckDBPyConnection) -> None:
        """StagedTwiceError where a table has other rows than when a mart read it."""
        for name, rows in self.staged.items():
            if _rows(con, name) != rows:
                raise StagedTwiceError(f"{name} changed after a mart had read it")

    def _stage(self, con: DuckDBPyConnection, name: str) -> None:
        """Write a table of DuckDB's as Parquet and let Spark see it."""
        self.staged[name] = _rows(con, name)
        self.made[name] = [folders.write_table(con, name, self.folder)]
        self._see(name, folders.columns(con, f'from "{name}"'))

    def _work_out(self, con: DuckDBPyConnection, asked: Statement) -> None:
        """Let Spark make or add to a table, and DuckDB see all of it."""
        name = asked.table
        kinds = folders.columns(con, f'from "{name}"' if asked.adds else asked.duckdb)
        frame = self.session.sql(asked.spark)
        # By place, as INSERT does; each column gets the type that DuckDB gives it.
        frame = frame.toDF(*kinds).selectExpr(
            *(f"cast(`{column}` as {_spark_type(kind)}) as `{column}`"
              for column, kind in kinds.items())
        )  # fmt: skip
        parts = self.made.setdefault(name, [])
        place = self.folder / name / f"from{len(parts)}"
        frame.write.parquet(str(place))
        parts += _settle(place, len(parts))
        self._see(name, kinds)
        con.execute(f'create or replace view "{name}" as {folders.reading(parts, kinds)}')

    def _see(self, name: str, kinds: dict[str, str]) -> None:
        """Let Spark see a table's files, each column in the type it can work with."""
        read = self.session.read.parquet(*(str(path) for path in self.made[name]))
        casts = (f"cast(`{c}` as {_spark_type(k)}) as `{c}`" for c, k in kinds.items())
        read.selectExpr(*casts).createOrReplaceTempView(name)


def _settle(place: Path, first: int) -> list[Path]:
    """Move what Spark wrote up beside the table's other files, numbered in its order."""
    files = []
    for number, part in enumerate(sorted(place.glob("part-*.parquet")), first):
        files.append(part.rename(place.parent / f"{number}{folders.SUFFIX}"))
    shutil.rmtree(place)
    return files


def _rows(con: DuckDBPyConnection, name: str) -> int:
    row = con.execute(f'select count(*) from "{name}"').fetchone()  # noqa: S608 - a table's name
    return int(row[0]) if row else 0


def _spark_type(kind: str) -> str:
    """A type of DuckDB's as Spark calls it.

    >>> _spark_type("UBIGINT"), _spark_type("DECIMAL(9,2)"), _spark_type("DOUBLE[]")
    ('bigint', 'decimal(9,2)', 'array<double>')
    """
    if kind.endswith("[]"):
        return f"array<{_spark_type(kind[:-2])}>"
    if kind.startswith("ENUM"):
        return "string"
    return _TYPES.get(kind, kind.lower())
