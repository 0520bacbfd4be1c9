"""The rules of the schemes side by side; what no source states is said to be not stated."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from ui import words
from ui.address import source_link
from ui.area import records
from ui.language import _, later, n_, plural, speaking
from ui.language.numbers import with_point
from ui.language.spoken import ENGLISH
from ui.sponsorship.choice import PATHWAYS, SponsorshipChoice
from ui.store import Dataset, ask

_NOT_STATED = later("not stated")
# How a number of people or months is said: at most, at least, just so, between.
_MOST, _LEAST, _JUST, _BETWEEN = "most", "least", "just", "between"
_AMOUNTS = {
    "people": {
        _MOST: plural("up to {high} person", "up to {high} people"),
        _LEAST: plural("{low} person or more", "{low} people or more"),
        _JUST: plural("{low} person", "{low} people"),
        _BETWEEN: plural("{low} to {high} person", "{low} to {high} people"),
    },
    "months": {
        _MOST: plural("up to {high} month", "up to {high} months"),
        _LEAST: plural("{low} month or more", "{low} months or more"),
        _JUST: plural("{low} month", "{low} months"),
        _BETWEEN: plural("{low} to {high} month", "{low} to {high} months"),
    },
}
_RULES = {
    "group_persons": (later("People in a group"), "people"),
    "support_months": (later("Support"), "months"),
    "housing_months": (later("Housing"), "months"),
    "selects": (later("Who selects"), ""),
}
_WIDTHS = [1.6, 0.8, 0.8, 0.8, 2.0]
Row = dict[Hashable, Any]


def side_by_side(dataset: Dataset, choice: SponsorshipChoice) -> pd.DataFrame:
    """One row per scheme looked at: its name, pathway, time, and each rule in words."""
    schemes = ask(dataset, "scheme")
    schemes = schemes[schemes["scheme_id"].isin(choice.schemes)].reset_index(drop=True)
    stated = ask(dataset, "scheme_rule").set_index(["scheme_id", "rule"])
    schemes["pathway"] = schemes["pathway"].map(PATHWAYS)
    for rule, (_label, unit) in _RULES.items():
        keys = [(scheme, rule) for scheme in schemes["scheme_id"]]
        schemes[rule] = [in_words(_of(stated, key), unit) for key in keys]
        schemes[f"{rule}_note"] = [_of(stated, key).get("note") for key in keys]
        schemes[f"{rule}_source_id"] = [_of(stated, key).get("source_id") for key in keys]
    return schemes


def _of(stated: pd.DataFrame, key: tuple[str, str]) -> Row:
    return stated.loc[[key]].iloc[0].to_dict() if key in stated.index else {}


def in_words(rule: Row, unit: str) -> str:
    """A rule as it stands in the table.

    >>> in_words({"lower": 5.0, "upper": 12.0, "words": None}, "people")
    '5 to 12 people'
    >>> in_words({"lower": 12.0, "upper": None, "words": None}, "months")
    '12 months or more'
    >>> in_words({}, "months")
    'not stated'
    """
    if words.is_known(rule.get("words")):
        return str(rule["words"])
    low, high = rule.get("lower"), rule.get("upper")
    if not words.is_known(low):
        return _amount(_MOST, high, unit, high=high) if words.is_known(high) else _(_NOT_STATED)
    if not words.is_known(high):
        return _amount(_LEAST, low, unit, low=low)
    if low == high:
        return _amount(_JUST, low, unit, low=low)
    return _amount(_BETWEEN, high, unit, low=low, high=high)


def _amount(kind: str, counted: Any, unit: str, **ends: Any) -> str:
    shown = {name: with_point(f"{end:g}") for name, end in ends.items()}
    return n_(*_AMOUNTS[unit][kind], round(counted), **shown)


def show(dataset: Dataset, choice: SponsorshipChoice) -> None:
    """The table: columns on a wide page; on a phone a scheme's rules stand below its name."""
    rows = side_by_side(dataset, choice)
    st.markdown(f"##### {_('What does each scheme ask of its sponsors?')}")
    if dataset.watermark:
        st.caption(_(dataset.watermark))
    if rows.empty:
        st.caption(_("No scheme is described."))
        return
    with st.container(key="rules"):
        with st.container(key="rules_head"):
            heads = (later("Scheme"), *(label for label, _unit in _RULES.values()))
            for column, label in zip(st.columns(_WIDTHS), heads, strict=True):
                column.caption(_(label))
        for row in rows.to_dict("records"):
            _scheme(row)
    st.caption(
        _(
            "Read off public pages; each rule links to its source. *Not stated* means that no page "
            "read for Groundwork states it, not that there is no such rule."
        )
    )
    with speaking(ENGLISH):
        rows = side_by_side(dataset, choice)
    records.download(
        dataset, rows.drop(columns=["figures"]), "sponsorship_rules",
        "What does each scheme ask of its sponsors?", label=_("Download the rules"),
    )  # fmt: skip


def _scheme(row: Row) -> None:
    """One scheme's row; labels in italics are shown on a phone only (see the style sheet)."""
    name, *cells = st.columns(_WIDTHS)
    note = _note(row["note"])
    name.markdown(f"**{words.escaped(str(row['name']))}**  \n{_time(row)}{note}")
    for cell, (rule, (label, _unit)) in zip(cells, _RULES.items(), strict=True):
        said = words.escaped(str(row[rule]))
        if words.is_known(row[f"{rule}_source_id"]):
            said = f"[{said}]({source_link(row[f'{rule}_source_id'])})"
            said += _note(row[f"{rule}_note"])
        else:
            said = f":gray[{said}]"
        cell.markdown(f"*{_(label)}:* {said}")


def _note(note: object) -> str:
    """A note on a quiet line of its own; that a rule is generated is said above the table."""
    told = words.is_known(note) and note != "generated"
    return f"  \n:gray[{words.escaped(str(note))}]" if told else ""


def _time(row: Row) -> str:
    """When a scheme ran, as far as it is stated."""
    began, ended = row["began"], row["ended"]
    if words.is_known(began) and words.is_known(ended):
        return _("{first} to {last}", first=words.day(str(began)), last=words.day(str(ended)))
    if words.is_known(began):
        return _("since {day}", day=words.day(str(began)))
    return _("beginning not stated")
