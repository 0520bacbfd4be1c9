"""What the reader understood of a file, each part to be corrected, and what it must ask."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from ui.add import desk
from ui.add.columns import words_of
from ui.add.report import Record, Report
from ui.words import count_of, escaped

Said = dict[str, Any]
# Settings in the order of the page: label, and what may be chosen.
_CHOICES: Mapping[str, tuple[str, Mapping[Any, str]]] = {
    "encoding": (
        "Encoding",
        {
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
        },
    ),
    "separator": (
        "Between the columns",
        {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar"},
    ),
    "decimal": ("Decimal sign", {".": "Point: 3.5", ",": "Comma: 3,5"}),
    "thousands": (
        "Between thousands",
        {"": "Nothing: 1234", ".": "Point: 1.234", ",": "Comma: 1,234", " ": "Space: 1 234",
         "'": "Apostrophe: 1'234"},
    ),
    "date_order": (
        "Dates",
        {"dmy": "Day first: 31/7/2024", "mdy": "Month first: 7/31/2024",
         "ymd": "Year first: 2024/7/31"},
    ),
    "nuts_version": (
        "Edition of the NUTS codes",
        {"2024": "NUTS 2024", "2021": "NUTS 2021", "2016": "NUTS 2016", "2013": "NUTS 2013"},
    ),
    "coordinates": (
        "Coordinates",
        {"EPSG:4326": "Longitude and latitude in degrees", "EPSG:3035": "European grid, metres",
         "EPSG:3857": "Web map, metres"},
    ),
}  # fmt: skip
# Which lines were left out is told line by line.
_LEFT_OUT = "left_out"
_MOST_LINES = 12
_MOST_RADIO = 7


def ask(report: Report, said: Said) -> None:
    """The questions nobody but the reader of the page can answer; each must be answered."""
    if not report.questions:
        return
    with st.container(key="add_questions"):
        asks = "These questions are" if len(report.questions) > 1 else "This question is"
        st.markdown(f"**{asks} for you.** The file does not say, and nothing is guessed.")
        for question in report.questions:
            _question(report, question, said)


def _question(report: Report, question: Record, said: Said) -> None:
    """One question: to choose from its options, or to answer in words where it has none."""
    setting, text = str(question["setting"]), escaped(str(question["text"]))
    key = f"add ask {setting}"
    take = partial(_answer, said, setting, key)
    labels = {str(each["value"]): str(each["label"]) for each in question["options"]}
    if len(labels) > _MOST_RADIO:
        st.selectbox(
            text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder="Choose",
            key=key,
            on_change=take,
        )
    elif labels:
        st.radio(
            text,
            list(labels),
            index=None,
            format_func=lambda value: escaped(labels[value]),
            key=key,
            on_change=take,
        )
    if not labels or _is_open(report, setting):
        other = f"{key} other"
        st.text_input(
            "or something else" if labels else text,
            key=other,
            width=420,
            on_change=partial(_answer, said, setting, other),
        )


def _is_open(report: Report, setting: str) -> bool:
    """Whether an answer may be another than those offered: what is no code."""
    name, _, column = setting.partition(".")
    wanted = next((each for each in report.wanted if each["column"] == column), None)
    return name == "constants" and wanted is not None and not wanted.get("codes")


def _answer(said: Said, setting: str, key: str) -> None:
    """Take an answer down; the question is new if it comes again."""
    answer = st.session_state.pop(key, None)
    if answer is not None and str(answer).strip():
        desk.correct(said, setting, answer)


def tell(report: Report) -> None:
    """What was understood, in a list, and which lines are no rows."""
    lines = []
    for each in report.understood:
        if each["what"] == _LEFT_OUT:
            continue
        doubt = "" if each.get("sure", True) else ".  **Not sure; please check.**"
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
    return f"For all rows: {words_of(str(column['column'])).lower()} is {meaning}"


def _left_out(lines: Any) -> str:
    """Which lines are no rows, and why."""
    named = [f"line {each['line']}: {each['why']}" for each in lines[:_MOST_LINES]]
    more = len(lines) - len(named)
    text = f"Left out: {'; '.join(named)}"
    return escaped(f"{text}; and {count_of(more, 'more line')}." if more else f"{text}.")


def correct(report: Report, said: Said) -> None:
    """Every setting the file was read with, to be chosen otherwise."""
    unsure = any(not each.get("sure", True) for each in report.understood)
    with st.expander("Something is not right? Correct it", expanded=unsure):
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
    options = {**usual, **({value: str(value)} if value not in usual else {})}
    key = f"add set {setting}"
    st.session_state[key] = value
    st.selectbox(
        label,
        list(options),
        format_func=lambda each: options[each],
        key=key,
        on_change=lambda: desk.correct(said, setting, st.session_state[key]),
    )


def _sheet_and_header(report: Report, said: Said) -> None:
    """The sheet of a workbook, and the line that names the columns."""
    if _applies(report, "sheet"):
        _sheet(report.understood, str(report.settings["sheet"]), said)
    if _applies(report, "header_line"):
        key = "add set header_line"
        st.session_state[key] = int(report.settings["header_line"])
        st.number_input(
            "Line that names the columns",
            min_value=1,
            step=1,
            key=key,
            on_change=lambda: desk.correct(said, "header_line", st.session_state[key]),
        )


def _sheet(understood: Any, sheet: str, said: Said) -> None:
    """The sheet, from a list where the report has one."""
    told: Record = next((each for each in understood if each["what"] == "sheet"), {})
    options = [str(each) for each in told.get("options", [sheet])]
    key = "add set sheet"
    st.session_state[key] = sheet
    st.selectbox(
        "Sheet",
        options if sheet in options else [sheet, *options],
        key=key,
        on_change=lambda: desk.correct(said, "sheet", st.session_state[key]),
    )
