"""The rules of the schemes side by side; what no source states is said to be not stated."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from ui import words
from ui.address import source_link
from ui.area import records
from ui.sponsorship.choice import PATHWAYS, SponsorshipChoice
from ui.store import Dataset, ask

_NOT_STATED = "not stated"
_RULES = {
    "group_persons": ("People in a group", "people"),
    "support_months": ("Support", "months"),
    "housing_months": ("Housing", "months"),
    "selects": ("Who selects", ""),
}
_WIDTHS = [1.6, 0.8, 0.8, 0.8, 2.0]
Row = dict[Hashable, Any]


def side_by_side(dataset: Dataset, choice: SponsorshipChoice) -> pd.DataFrame:
    """One row per scheme looked at: its name, pathway, time, and each rule in words."""
    schemes = ask(dataset, "scheme")
    schemes = schemes[schemes["scheme_id"].isin(choice.schemes)].reset_index(drop=True)
    stated = ask(dataset, "scheme_rule").set_index(["scheme_id", "rule"])
    schemes["pathway"] = schemes["pathway"].map(PATHWAYS)
    for rule, (_, unit) in _RULES.items():
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
        return f"up to {high:g} {unit}" if words.is_known(high) else _NOT_STATED
    if not words.is_known(high):
        return f"{low:g} {unit} or more"
    return f"{low:g} {unit}" if low == high else f"{low:g} to {high:g} {unit}"


def show(dataset: Dataset, choice: SponsorshipChoice) -> None:
    """The table: columns on a wide page; on a phone a scheme's rules stand below its name."""
    rows = side_by_side(dataset, choice)
    st.markdown("##### What does each scheme ask of its sponsors?")
    if dataset.watermark:
        st.caption(dataset.watermark)
    if rows.empty:
        st.caption("No scheme is described.")
        return
    with st.container(key="rules"):
        with st.container(key="rules_head"):
            for column, label in zip(
                st.columns(_WIDTHS), ("Scheme", *(label for label, _ in _RULES.values())),
                strict=True,
            ):  # fmt: skip
                column.caption(label)
        for row in rows.to_dict("records"):
            _scheme(row)
    st.caption(
        "Read off public pages; each rule links to its source. *Not stated* means that no page "
        "read for Groundwork states it, not that there is no such rule."
    )
    records.download(
        dataset, rows.drop(columns=["figures"]), "sponsorship_rules",
        "What does each scheme ask of its sponsors?", label="Download the rules",
    )  # fmt: skip


def _scheme(row: Row) -> None:
    """One scheme's row; labels in italics are shown on a phone only (see the style sheet)."""
    name, *cells = st.columns(_WIDTHS)
    note = _note(row["note"])
    name.markdown(f"**{words.escaped(str(row['name']))}**  \n{_time(row)}{note}")
    for cell, (rule, (label, _)) in zip(cells, _RULES.items(), strict=True):
        said = words.escaped(str(row[rule]))
        if words.is_known(row[f"{rule}_source_id"]):
            said = f"[{said}]({source_link(row[f'{rule}_source_id'])})"
            said += _note(row[f"{rule}_note"])
        else:
            said = f":gray[{said}]"
        cell.markdown(f"*{label}:* {said}")


def _note(note: object) -> str:
    """A note on a quiet line of its own; that a rule is generated is said above the table."""
    told = words.is_known(note) and note != "generated"
    return f"  \n:gray[{words.escaped(str(note))}]" if told else ""


def _time(row: Row) -> str:
    """When a scheme ran, as far as it is stated."""
    began, ended = row["began"], row["ended"]
    if words.is_known(began) and words.is_known(ended):
        return f"{words.day(str(began))} to {words.day(str(ended))}"
    if words.is_known(began):
        return f"since {words.day(str(began))}"
    return "beginning not stated"
