"""What the reader of a file must ask whoever brings it: nothing is guessed."""

from functools import partial
from typing import Any

import streamlit as st

from ui.add import countries, desk
from ui.add.report import Record, Report, text_of
from ui.language import _, n_
from ui.words import escaped

Said = dict[str, Any]
# More answers than these are offered in a list.
_MOST_RADIO = 7
_COUNTRY = "constants.country"


def ask(report: Report, said: Said) -> None:
    """The questions nobody but the reader of the page can answer; each must be answered."""
    if not report.questions:
        return
    with st.container(key="add_questions"):
        st.markdown(
            n_(
                "**This question is for you.** The file does not say, and nothing is guessed.",
                "**These questions are for you.** The file does not say, and nothing is guessed.",
                len(report.questions),
            )
        )
        for question in report.questions:
            _question(report, question, said)


def _question(report: Report, question: Record, said: Said) -> None:
    """One question: to choose from its options, or to answer in words where it has none."""
    setting, text = str(question["setting"]), escaped(text_of(question, "text"))
    key = f"add ask {setting}"
    take = partial(_answer, said, setting, key)
    labels = _labels(question)
    if len(labels) > _MOST_RADIO:
        st.selectbox(
            text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=_("Choose"),
            key=key,
            on_change=take,
            help=_(
                "The file does not tell this by itself, and nothing is guessed: rows wait for "
                "the answer."
            ),
        )
    elif labels:
        st.radio(
            text,
            list(labels),
            index=None,
            format_func=lambda value: escaped(labels[value]),
            key=key,
            on_change=take,
            help=_(
                "The file does not tell this by itself, and nothing is guessed: rows wait for "
                "the answer."
            ),
        )
    if not labels or _is_open(report, setting):
        other = f"{key} other"
        st.text_input(
            _("or something else") if labels else text,
            key=other,
            width=420,
            on_change=partial(_answer, said, setting, other),
            help=_(
                "The file does not tell this by itself, and nothing is guessed: rows wait for "
                "the answer."
            ),
        )


def _labels(question: Record) -> dict[str, str]:
    """The options of a question in words, by value."""
    labels = {str(each["value"]): text_of(each, "label") for each in question["options"]}
    return countries.named(labels) if question["setting"] == _COUNTRY else labels


def _is_open(report: Report, setting: str) -> bool:
    """Whether an answer may be another than those offered: what is no code."""
    name, _dot, column = setting.partition(".")
    wanted = next((each for each in report.wanted if each["column"] == column), None)
    return name == "constants" and wanted is not None and not wanted.get("codes")


def _answer(said: Said, setting: str, key: str) -> None:
    """Take an answer down; the question is new if it comes again."""
    answer = st.session_state.pop(key, None)
    if answer is not None and str(answer).strip():
        desk.correct(said, setting, answer)
