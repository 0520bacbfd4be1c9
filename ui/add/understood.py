"""What the reader understood of a file, in words, and each part to be corrected."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui.add import desk
from ui.add.columns import words_of
from ui.add.report import Record, Report
from ui.language import Words, _, later, n_
from ui.words import counted, escaped

Said = dict[str, Any]
# Settings in the order of the page: label, and what may be chosen.
_CHOICES: Mapping[str, tuple[str, Mapping[Any, str]]] = {
    "encoding": (
        later("Encoding"),
        Words({
            "utf-8": "Unicode (UTF-8)",
            "utf-16-le": "Unicode (UTF-16)",
            "utf-16-be": "Unicode (UTF-16, big end first)",
            "cp1252": "Western European (Windows)",
            "cp1250": "Central European (Windows)",
            "cp1253": "Greek (Windows)",
            "cp1251": "Cyrillic (Windows)",
            "cp1254": "Turkish (Windows)",
            "cp850": "Western European (DOS)",
            "mac-roman": "Western European (Macintosh)",
        }),
    ),
    "separator": (
        later("Between the columns"),
        Words({",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar"}),
    ),
    "decimal": (later("Decimal sign"), Words({".": "Point: 3.5", ",": "Comma: 3,5"})),
    "thousands": (
        later("Between thousands"),
        Words({"": "Nothing: 1234", ".": "Point: 1.234", ",": "Comma: 1,234",
               " ": "Space: 1 234", "'": "Apostrophe: 1'234"}),
    ),
    "date_order": (
        later("Dates"),
        Words({"dmy": "Day first: 31/7/2024", "mdy": "Month first: 7/31/2024",
               "ymd": "Year first: 2024/7/31"}),
    ),
    "nuts_version": (
        later("Edition of the NUTS codes"),
        {"2024": "NUTS 2024", "2021": "NUTS 2021", "2016": "NUTS 2016", "2013": "NUTS 2013"},
    ),
    "level": (
        later("Territories that are named are"),
        Words({"0": "Countries", "1": "NUTS 1 regions", "2": "NUTS 2 regions",
               "3": "NUTS 3 regions"}),
    ),
    "coordinates": (
        later("Coordinates"),
        Words({"EPSG:4326": "Longitude and latitude in degrees",
               "EPSG:4326 swapped": "Degrees, with the two swapped",
               "EPSG:3035": "European grid, metres",
               "EPSG:3857": "Web Mercator, metres", "EPSG:2154": "Lambert 93 (France)",
               "EPSG:28992": "RD New (Netherlands)", "EPSG:31370": "Lambert 72 (Belgium)",
               "EPSG:31287": "Lambert (Austria)", "EPSG:27700": "British National Grid"}),
    ),
}  # fmt: skip
_ZONES = {f"EPSG:258{zone}": zone for zone in range(28, 37)}
# Which lines were left out is told line by line.
_LEFT_OUT = "left_out"
_MOST_LINES = 12


def tell(report: Report) -> None:
    """What was understood, in a list, and which lines are no rows."""
    lines = []
    for each in report.understood:
        if each["what"] == _LEFT_OUT:
            continue
        doubt = "" if each.get("sure", True) else f".  **{_('Not sure; please check.')}**"
        lines.append(f"- {escaped(_label(report, each))}{doubt}")
    st.markdown("\n".join(lines))
    if report.left_out:
        st.caption(_left_out(report.left_out))


def _label(report: Report, understood: Record) -> str:
    """What was understood, in words; of a column of the table in a planner's."""
    column = next((c for c in report.wanted if c["column"] == understood["what"]), None)
    if column is None or column["column"] in report.settings:
        return str(understood["label"])
    value = str(understood["value"])
    if not column.get("codes") and value not in (report.settings.get("constants") or {}).values():
        return str(understood["label"])
    meaning = (column.get("labels") or {}).get(value, value)
    name = words_of(str(column["column"]))
    return _("{column}, for all rows: {meaning}", column=name, meaning=_(str(meaning)))


def _left_out(lines: Any) -> str:
    """Which lines are no rows, and why."""
    named = "; ".join(
        _("line {line}: {why}", line=each["line"], why=each["why"]) for each in lines[:_MOST_LINES]
    )
    more = len(lines) - _MOST_LINES
    return escaped(
        n_(
            "Left out: {lines}; and {count} more line.",
            "Left out: {lines}; and {count} more lines.",
            more, count=counted(more), lines=named,
        )
        if more > 0
        else _("Left out: {lines}.", lines=named)
    )  # fmt: skip


def correct(report: Report, said: Said) -> None:
    """Every setting the file was read with, to be chosen otherwise."""
    unsure = any(not each.get("sure", True) for each in report.understood)
    with st.expander(_("Something is not right? Correct it"), expanded=unsure):
        columns = st.columns(3)
        asked = {str(question["setting"]) for question in report.questions}
        shown = [name for name in _CHOICES if _applies(report, name) and name not in asked]
        for i, name in enumerate(shown):
            with columns[i % 3]:
                _choose(report, said, name)
        with columns[len(shown) % 3]:
            _sheet_and_header(report, said)


def _applies(report: Report, setting: str) -> bool:
    """Whether a file has such a setting: a workbook has no separator."""
    return setting in report.settings and report.settings[setting] is not None


def _choose(report: Report, said: Said, setting: str) -> None:
    """One setting as a list to choose from, standing at what the file was read with."""
    label, usual = _CHOICES[setting]
    value = report.settings[setting]
    options = dict(usual.items())
    if setting == "coordinates":
        options |= {code: _("UTM zone {zone} north", zone=zone) for code, zone in _ZONES.items()}
    options.setdefault(value, str(value))
    key = f"add set {setting}"
    st.session_state[key] = value
    st.selectbox(
        _(label),
        list(options),
        format_func=lambda each: options[each],
        key=key,
        on_change=lambda: desk.correct(said, setting, st.session_state[key]),
        help=_(
            "It stands as the file was read. Choose otherwise where that was wrong: the file is"
            " read again."
        ),
    )


def _sheet_and_header(report: Report, said: Said) -> None:
    """The sheet of a workbook, and the line that names the columns."""
    if _applies(report, "sheet"):
        _sheet(report.understood, str(report.settings["sheet"]), said)
    if _applies(report, "header_line"):
        key = "add set header_line"
        st.session_state[key] = int(report.settings["header_line"])
        st.number_input(
            _("Line that names the columns"),
            min_value=1,
            step=1,
            key=key,
            on_change=lambda: desk.correct(said, "header_line", st.session_state[key]),
            help=_("Lines above it are taken for a title or notes and are not read as rows."),
        )


def _sheet(understood: Any, sheet: str, said: Said) -> None:
    """The sheet, from a list where the report has one."""
    told: Record = next((each for each in understood if each["what"] == "sheet"), {})
    options = [str(each) for each in told.get("options", [sheet])]
    key = "add set sheet"
    st.session_state[key] = sheet
    st.selectbox(
        _("Sheet"),
        options if sheet in options else [sheet, *options],
        key=key,
        on_change=lambda: desk.correct(said, "sheet", st.session_state[key]),
        help=_("Only one sheet of a workbook is read at a time."),
    )
