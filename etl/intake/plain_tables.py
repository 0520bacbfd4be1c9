"""A GeoPackage is a database: it may hold tables, but nothing that works out rows when read."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from etl.intake.grid import UnreadableError

_SAVE = "Save its layers as plain tables in a new GeoPackage, or as CSV."
# Triggers only act on writing, and a file is only read. R-trees are the indexes of layers.
_PLAIN = re.compile(
    r"create\s+(?:table|index|unique\s+index|trigger)\s"
    r"|create\s+virtual\s+table\s+(?:\"[^\"]*\"|\w+)\s+using\s+rtree\b",
    re.I,
)
# Columns that are worked out, as `pragma table_xinfo` marks them.
_COMPUTED = "select 1 from pragma_table_xinfo(?) where hidden in (2, 3)"


def check(file: Path) -> None:
    """UnreadableError when a GeoPackage holds a view or a virtual table, or is no database.

    What its statements say decides, not the kind that the file names beside them.
    """
    try:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as con:
            con.execute("pragma trusted_schema = off")
            statement = "select name, sql from sqlite_master where sql is not null"
            for name, told in con.execute(statement).fetchall():
                if not _PLAIN.match(str(told)) or con.execute(_COMPUTED, [name]).fetchone():
                    raise UnreadableError(
                        f"The GeoPackage holds {str(name)[:60]!r}, which is no plain table.", _SAVE
                    )
    except sqlite3.Error as error:
        raise UnreadableError(f"The GeoPackage cannot be read: {error}.", _SAVE) from None
