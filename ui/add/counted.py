"""Lines and rows of a file, counted."""

from ui.language import n_
from ui.words import THIN


def lines_of(count: int) -> str:
    """So many lines.

    >>> lines_of(1).replace(THIN, " "), lines_of(1200).replace(THIN, " ")
    ('1 line', '1 200 lines')
    """
    return n_("{count} line", "{count} lines", count).replace(" ", THIN)


def rows_of(count: int) -> str:
    """So many rows."""
    return n_("{count} row", "{count} rows", count).replace(" ", THIN)
