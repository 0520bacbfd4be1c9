"""Tables whose numbers and dates are written as the reader's language writes them.

A column's own format is English, or follows the browser instead of the page. A styled frame says
how each cell reads and keeps the values: a column still sorts by number and by day.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ui.language.numbers import calendar, grouped, with_point
from ui.language.spoken import ENGLISH, current

_FIXED = re.compile(r"%(?P<sign>\+?),?\.(?P<decimals>\d)f")
_LOCALIZED = 3  # decimals at most, as browsers write a number that names none
_PLAIN = 4  # the same for a column without a format


def dataframe(
    rows: pd.DataFrame, column_config: Mapping[str, Any] | None = None, **more: Any
) -> None:
    """As `st.dataframe`, with numbers and dates in the language of the page.

    English passes on unchanged, and so does a table with more cells than can be styled. Missing
    values stay missing: they show the table's placeholder.
    """
    columns = dict(column_config or {})
    if current() == ENGLISH or rows.size > pd.get_option("styler.render.max_elements"):
        st.dataframe(rows, column_config=columns or None, **more)
        return
    if more.get("hide_index"):
        rows = rows.reset_index(drop=True)  # a styled frame asks for an index without repeats
    says = {name: _writer(columns.get(str(name))) for name in rows}
    st.dataframe(
        rows.style.format({name: write or _plain for name, write in says.items()}, na_rep=""),
        column_config={
            name: column if says.get(name) is None else _without_format(column)
            for name, column in columns.items()
        },
        **more,
    )


def _writer(column: Any) -> Callable[[Any], Any] | None:
    """How a column with this configuration writes a value; None where its own way will do."""
    kind = column.get("type_config", {}) if isinstance(column, Mapping) else {}
    form = kind.get("format")
    if form is None:
        return None
    if kind.get("type") == "date":
        return _day
    if kind.get("type") != "number":
        return None
    if form == "localized":
        return partial(_short, most=_LOCALIZED)
    fixed = _FIXED.fullmatch(form)
    if fixed:
        return partial(_fixed, decimals=int(fixed["decimals"]), is_signed=bool(fixed["sign"]))
    return partial(_printed, form=form) if form.endswith("g") else None


def _without_format(column: Any) -> Any:
    """The column's configuration with its format taken out: it would win over the cell's text."""
    return {**column, "type_config": {**column["type_config"], "format": None}}


def _fixed(value: float, decimals: int, is_signed: bool) -> str:
    return ("+" if is_signed and value >= 0 else "") + grouped(value, decimals)


def _printed(value: float, form: str) -> str:
    return with_point(form % value)


def _short(value: float, most: int) -> str:
    """With no more decimals than it has."""
    digits = f"{value:.{most}f}".rstrip("0").partition(".")[2]
    return grouped(value, len(digits))


def _plain(value: Any) -> Any:
    """A cell of a column without a format: a fraction gets its decimal sign, a year stays whole."""
    if not isinstance(value, float):
        return value
    return with_point(f"{value:.{_PLAIN}f}".rstrip("0").rstrip("."))


def _day(value: date) -> str:
    return calendar(value.year, value.month, value.day)
