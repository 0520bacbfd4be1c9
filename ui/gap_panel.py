"""One territory of the ledger explained, and groups of territories added up."""

import pandas as pd
import streamlit as st

from ui import address, chosen, words
from ui.address import source_link
from ui.corrections.beside import beside, of_gap
from ui.gap_territory import Row, explained
from ui.gap_words import span, totals
from ui.language import _, n_
from ui.ledger import Ledger, whole_of
from ui.store import ask


def explain(ledger: Ledger, territory_id: str) -> None:
    """Everything the ledger says of one territory: sentences first, sources last."""
    row = ledger.rows.loc[[territory_id]].iloc[0].to_dict()
    chosen.heading(ledger.dataset, territory_id, str(row["place"]))
    for sentence in explained(ledger, row):
        st.markdown(sentence)
    st.caption(_origins(ledger, row))
    of_gap(ledger.dataset, ledger.choice, territory_id, row)


def explain_undrawn(ledger: Ledger, territory_id: str) -> None:
    """The same of a territory of another level than is drawn: its own row, if it is asked for."""
    whole = whole_of(ledger.dataset, ledger.choice)
    if territory_id in whole.rows.index:
        explain(whole, territory_id)
    else:
        beside(ledger.dataset, territory_id)


def _origins(ledger: Ledger, row: Row) -> str:
    """Where the need, the supply and the publisher's statement are from, on one quiet line."""
    titles = ask(ledger.dataset, "source").set_index("source_id")["title"]
    parts = []
    names = {"need": _("Counted"), "capacity": _("There"), "published": _("Stated")}
    for prefix, name in names.items():
        source_id = row[f"{prefix}_source_id"]
        if not words.is_known(source_id):
            continue
        title = words.escaped(str(titles[source_id]))
        status = "" if prefix == "published" else _status(row, prefix)
        line = row[f"{prefix}_source_line"]
        where = "" if not words.is_known(line) else _(", line {line}", line=int(line))
        parts.append(f"{name}: [{title}]({source_link(source_id)}){where}{status}")
    return " · ".join(parts)


def _status(row: Row, prefix: str) -> str:
    evidence, status = str(row[f"{prefix}_evidence"]), str(row[f"{prefix}_status"])
    if evidence != "published":
        return f" ({words.EVIDENCE[evidence]})"
    return f" ({words.STATUS[status]})" if status != "A" else ""


def add_up(ledger: Ledger) -> None:
    """A reader's own group of territories, added up with its unknown members counted.

    The names are sent only when it is open: they are as long as all the rest of the page.
    """
    rows = ledger.rows
    asked = "mine" in st.query_params
    title = _("Add up territories of your own choice")
    with st.expander(title, expanded=asked, on_change="rerun", key="adding") as adding:
        if not adding.open:
            return
        places = dict(zip(rows.index, rows["place"], strict=True))
        mine = st.multiselect(
            _("Territories"), list(places), format_func=places.__getitem__,
            placeholder=_("Choose two or more"),
            help=_("Their shortages are added up; where one is unknown, the sum says so."),
            **address.several("mine", list(places)),
        )  # fmt: skip
        if mine:
            st.markdown(_sum_of(ledger, rows.loc[mine]))


def _sum_of(ledger: Ledger, rows: pd.DataFrame) -> str:
    """The gap of a group in a sentence: known only where every member is."""
    sums = totals(rows)
    unit, unknown = ledger.unit(), int(sums["unknown"])
    lack = span(sums["missing_lower"], sums["missing_upper"])
    known = int(sums["counted"]) if pd.notna(sums["counted"]) else 0
    if not known:
        return n_(
            "**Unknown**: none of {count} territory has an answer.",
            "**Unknown**: none of {count} territories has an answer.",
            len(rows), count=words.counted(len(rows)),
        )  # fmt: skip
    said = n_(
        "In {count} territory with an answer {lack} {unit} are missing; a surplus in one does "
        "not fill a shortage in another.",
        "In {count} territories with an answer {lack} {unit} are missing; a surplus in one does "
        "not fill a shortage in another.",
        known, count=words.counted(known), lack=lack, unit=unit,
    )  # fmt: skip
    if unknown:
        lost = n_(
            "{count} member is unknown, so the sum is too.",
            "{count} members are unknown, so the sum is too.",
            unknown, count=words.counted(unknown),
        )  # fmt: skip
        return f"{said} {lost}"
    net = _net(sums["gap_lower"], sums["gap_upper"])
    both = _("All together, surpluses counted: {net} {unit}.", net=net, unit=unit)
    return f"{said} {both}"


def _net(low: float, high: float) -> str:
    if high <= 0:
        return _("{number} more than asked for,", number=span(-high, -low))
    if low < 0:
        return _("between {over} too many and {under} too few",
                 over=words.short(-low), under=words.short(high))  # fmt: skip
    return _("{number} too few", number=span(low, high))
