"""What a session has said about its file, and what the reader made of it last."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from ui.add.command import Command
from ui.add.inbox import Kept
from ui.add.kinds import Kind
from ui.add.report import Report, parse
from ui.language import _

READ_SECONDS = 120.0
_GIVEN, _READ, _CARRIED = "add given", "add read", "add carried"
_OF_EACH = frozenset({"columns", "choose", "constants", "names"})
# Another of these may give the columns other names.
_BEFORE_COLUMNS = frozenset({"sheet", "encoding", "separator", "header_line", "header_lines"})


@dataclass(frozen=True)
class Reading:
    """A file as read: its report, or in a sentence why there is none."""

    report: Report | None
    problem: str = ""


def given(kept: Kept, kind: Kind) -> dict[str, Any]:
    """The settings a reader has said of this file as rows of this kind, and only those.

    What was said of the file before holds for one with the same columns: that file, mended.
    """
    mark = (kept.stamp, kept.path.name, kind.key)
    if st.session_state.get(_GIVEN, ("",))[0] != mark:
        carried = _of_file_before(kept, kind)
        st.session_state[_GIVEN] = (mark, carried)
        st.session_state[_CARRIED] = mark if carried else None
    found: dict[str, Any] = st.session_state[_GIVEN][1]
    return found


def is_carried(said: Mapping[str, Any]) -> bool:
    """Whether what is said of this file was first said of the one before."""
    mark, now = st.session_state.get(_GIVEN, (None, None))
    return bool(said) and now is said and st.session_state.get(_CARRIED) == mark is not None


def forget() -> None:
    """Let go of all that was said, after the file was added: the next is another one."""
    for key in (_GIVEN, _READ, _CARRIED):
        st.session_state.pop(key, None)


def _of_file_before(kept: Kept, kind: Kind) -> dict[str, Any]:
    """What was said of the file before, where this one has the same columns; else nothing."""
    mark, said = st.session_state.get(_GIVEN, (("", "", ""), {}))
    before: Reading | None = st.session_state.get(_READ, (None, None))[1]
    if mark[2] != kind.key or not said or before is None or before.report is None:
        return {}
    found = read(kept, kind, said).report
    same = found is not None and _names(found) == _names(before.report)
    return dict(said) if same else {}


def _names(report: Report) -> list[str]:
    return [str(each["name"]) for each in report.columns]


def correct(said: dict[str, Any], setting: str, value: object) -> None:
    """Say a setting; what followed from another one is found anew.

    A setting of one column or name is written `names.Lazio`.
    """
    name, dot, of = setting.partition(".")
    if dot and name in _OF_EACH:
        said[name] = {**said.get(name, {}), of: value}
        return
    said[setting] = value
    if setting in _BEFORE_COLUMNS:
        for each in ("columns", "choose"):
            said.pop(each, None)


def lead(said: dict[str, Any], report: Report, column: str, to: str) -> None:
    """Lead a column of the file to one of the table, '' to none; it takes it from any other."""
    taken = [str(each["name"]) for each in report.columns if to and each.get("to") == to]
    said["columns"] = {**said.get("columns", {}), **dict.fromkeys(taken, ""), column: to}
    said.get("choose", {}).pop(to, None)
    said.get("constants", {}).pop(to, None)


def fill(said: dict[str, Any], column: str, value: str) -> None:
    """Say what a column of the table is in all rows; '' takes it back."""
    constants = {**said.get("constants", {}), column: value.strip()}
    said["constants"] = {name: text for name, text in constants.items() if text}


def read(kept: Kept, kind: Kind, said: Mapping[str, Any]) -> Reading:
    """What the reader makes of the file; read again only when something else was said."""
    asked = (kept.stamp, kept.path.name, kind.name, json.dumps(said, sort_keys=True))
    before: tuple[object, Reading] | None = st.session_state.get(_READ)
    if before and before[0] == asked:
        return before[1]
    with st.spinner(_("Reading the file ..."), show_time=True):
        found = _read(kept, kind.name, said)
    st.session_state[_READ] = (asked, found)
    return found


def written(kept: Kept, said: Mapping[str, Any]) -> Path:
    """The settings as a file beside the upload."""
    path = kept.folder / "settings.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def _read(kept: Kept, name: str, said: Mapping[str, Any]) -> Reading:
    """Run the reader and fetch its report."""
    report = kept.folder / "report.json"
    report.unlink(missing_ok=True)
    settings = str(written(kept, said))
    where = ("--settings", settings, "--report", str(report))
    command = Command(["read", str(kept.path), "--as", name, *where], READ_SECONDS)
    command.wait()
    if command.out_of_time:
        minutes = f"{READ_SECONDS / 60:.0f}"
        said_so = _(
            "Reading took longer than {minutes} minutes and was ended. Split the file.",
            minutes=minutes,
        )
        return Reading(None, said_so)
    if not report.exists():
        return Reading(None, " ".join(command.said()) or _("The reader ended without a word."))
    try:
        found = parse(report.read_text("utf-8"))
    except ValueError as error:
        return Reading(None, str(error))
    return Reading(None, found.problem) if found.problem else Reading(found)


def tell_carried(said: dict[str, Any]) -> None:
    """Say that the answers are those of the file before, and offer to take them back."""
    if is_carried(said):
        st.caption(
            _("Its columns are those of the file before: your answers and corrections stay.")
        )
        start_over(said)


def start_over(said: dict[str, Any]) -> None:
    """Offer to take back what was said, where the file cannot be read that way."""
    if said and st.button(
        _("Read it again without my corrections"),
        key="add start over",
        help=_("Forgets your answers and corrections; the file is read as if it were new."),
    ):
        said.clear()
        st.rerun()
