"""An empty, explained workbook of a table: rows to fill in, columns explained, an example."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ui.add.columns import words_of
from ui.add.example import EXAMPLES
from ui.add.template import codes, template
from ui.store import Dataset

# Rows of the first sheet that offer a list of codes.
_ROWS = 5_000
_CODES = "Codes"
# Text stays text, whatever it begins with.
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
Record = Mapping[str, Any]


@dataclass(frozen=True)
class _Look:
    """The formats of a workbook."""

    must: Any
    may: Any
    plain: Any
    quiet: Any


def workbook(dataset: Dataset, table: str) -> bytes:
    """The XLSX: sheets Rows, Columns, Example and Codes; the first is read when it comes back."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _SAFE)
    # The same table gives the same file, whenever it is asked for.
    book.set_properties({"title": f"Groundwork: {table}", "created": dataset.built})
    look = _look(book)
    columns: list[Record] = template(dataset, table).to_dict("records")  # type: ignore[assignment]
    listed = codes(dataset, table)
    rows = book.add_worksheet("Rows")
    _explained(book.add_worksheet("Columns"), columns, listed, look)
    _example(book.add_worksheet("Example"), columns, EXAMPLES[table], look)
    places = _listed(book.add_worksheet(_CODES), listed, look)
    _header(rows, columns, look)
    for j, column in enumerate(columns):
        if place := places.get(str(column["column_name"])):
            choose = {"validate": "list", "source": place, "error_type": "warning"}
            rows.data_validation(1, j, _ROWS, j, choose)
    book.close()
    return out.getvalue()


def _look(book: Workbook) -> _Look:
    wrapped = {"text_wrap": True, "valign": "top"}
    return _Look(
        must=book.add_format({"bold": True, "bg_color": "#cfe5e2", "border": 1}),
        may=book.add_format({"bg_color": "#f1efe9", "border": 1}),
        plain=book.add_format(wrapped),
        quiet=book.add_format({**wrapped, "font_color": "#5d6668"}),
    )


def _header(sheet: Worksheet, columns: Sequence[Record], look: _Look) -> None:
    """The names of the columns, each with a note of what it holds; those that must be are bold."""
    for j, column in enumerate(columns):
        name, must = str(column["column_name"]), bool(column["required"])
        sheet.write_string(0, j, name, look.must if must else look.may)
        said = "Must be there." if must else "May be empty: empty is unknown."
        note = f"{words_of(name)}\n{column['about']}\n{column['data_type']}. {said}"
        sheet.write_comment(0, j, note, {"x_scale": 2.2, "y_scale": 1.4})
        # Codes such as 0123 and days stay as they were typed.
        sheet.set_column(j, j, max(12, len(name) + 3))
    sheet.freeze_panes(1, 0)


def _explained(
    sheet: Worksheet,
    columns: Sequence[Record],
    listed: Mapping[str, Mapping[str, str]],
    look: _Look,
) -> None:
    """A line per column: what it holds, which kind of value, whether it must be there."""
    heads = ("Column", "In words", "What it holds", "Kind of value", "Must be there", "Codes")
    for j, (text, width) in enumerate(zip(heads, (20, 28, 56, 18, 14, 60), strict=True)):
        sheet.write_string(0, j, text, look.must)
        sheet.set_column(j, j, width)
    for i, column in enumerate(columns, 1):
        name = str(column["column_name"])
        several = list(listed.get(name, {}))
        held = "see sheet Codes" if len(several) > 12 else ", ".join(several)
        must = "yes" if column["required"] else "no"
        texts = (name, words_of(name), str(column["about"]), str(column["data_type"]), must, held)
        for j, text in enumerate(texts):
            sheet.write_string(i, j, text, look.plain)
    for i, text in enumerate(_READ_ME, len(columns) + 2):
        sheet.write_string(i, 0, text, look.quiet if i > len(columns) + 2 else None)
    sheet.freeze_panes(1, 1)


def _example(
    sheet: Worksheet, columns: Sequence[Record], rows: Sequence[Record], look: _Look
) -> None:
    """The rows of the example side by side, a line per column.

    Lying on their side, they are never taken for rows that somebody filled in.
    """
    sheet.write_string(0, 0, "Column", look.must)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, len(rows), 34)
    for j in range(1, len(rows) + 1):
        sheet.write_string(0, j, f"Example {j}", look.may)
    for i, column in enumerate(columns, 1):
        name = str(column["column_name"])
        sheet.write_string(i, 0, name, look.plain)
        for j, row in enumerate(rows, 1):
            _cell(sheet, (i, j), row.get(name), look)
    sheet.freeze_panes(1, 1)


_READ_ME = (
    "How to fill in the sheet Rows",
    "One row for each. Leave a cell empty where it is unknown; 0 means none.",
    "Bold columns must be there. Columns of your own may stand beside them; they are not read.",
    "Sheet Example shows rows that would be accepted, on their side. Its figures are invented.",
    "Then open the page Add data and choose this file.",
)


def _listed(
    sheet: Worksheet, listed: Mapping[str, Mapping[str, str]], look: _Look
) -> dict[str, str]:
    """Every code with its meaning, two columns each; where the codes of a column stand."""
    places = {}
    for j, (name, meanings) in enumerate(listed.items()):
        left = 2 * j
        sheet.write_string(0, left, name, look.must)
        sheet.write_string(0, left + 1, "means", look.may)
        sheet.set_column(left, left, 26)
        sheet.set_column(left + 1, left + 1, 44)
        for i, (code, meaning) in enumerate(meanings.items(), 1):
            sheet.write_string(i, left, code, look.plain)
            sheet.write_string(i, left + 1, meaning, look.quiet)
        letter = xlsxwriter.utility.xl_col_to_name(left)
        places[name] = f"={_CODES}!${letter}$2:${letter}${len(meanings) + 1}"
    return places


def _cell(sheet: Worksheet, at: tuple[int, int], value: object, look: _Look) -> None:
    """A value of the example with its type; nothing where it is unknown."""
    if isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value)
    elif value is not None:
        sheet.write_string(*at, str(value), look.plain)
