"""How a shortage is worked out, by which norm, and from whose figures."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from ui.address import source_link
from ui.corrections.beside import cited
from ui.gap_words import supply_words
from ui.ledger import Ledger
from ui.store import ask
from ui.words import BENCHMARK_KINDS, BOUNDARIES, count_of, country, escaped, listed

_METHOD = (
    "Gap = need × benchmark − {supply}, from the lowest to the highest it can be. *Short* and "
    "*met* are said only where the whole interval is on one side of zero; *cannot tell* where it "
    "straddles zero; *unknown* where a figure is missing. Need and supply are at most {days} days "
    "apart. A missing figure is never zero, and a published figure stays as published. Where "
    "need is published for the country only, it is shared out between keys: residents; half "
    "residents and half gross domestic product; the country's own key where there is one. The "
    "interval runs from the lowest to the highest key. It says how a country would share, not "
    "where people live: where regions publish a count of their own, most lie outside it."
)


def cite(ledger: Ledger) -> None:
    """Benchmark, method and sources of a view."""
    standard = ledger.choice.standard
    st.markdown(f"**{standard.label}.** {_norm(ledger)} {standard.note}")
    supply = supply_words(standard)
    st.markdown(_METHOD.format(supply=supply, days=standard.max_days_apart))
    if proposed := cited(ledger.dataset, ledger.rows.index):
        st.markdown(proposed)
    st.markdown("###### Sources")
    sources = ask(ledger.dataset, "source").set_index("source_id")
    for source_id in _used(ledger):
        source = sources.loc[source_id]
        st.markdown(
            f"- **[{escaped(str(source['title']))}]({source_link(source_id)})**, "
            f"{escaped(str(source['publisher']))}. Licence: {escaped(str(source['licence']))}. "
            f"{escaped(str(source['caveats'] or ''))}"
        )


def _norm(ledger: Ledger) -> str:
    """Where the benchmark is from, and whether the reader changed it."""
    choice = ledger.choice
    norms = ask(ledger.dataset, "benchmark").set_index("benchmark_id")
    said = []
    if choice.standard.benchmark_id in norms.index:
        norm = norms.loc[choice.standard.benchmark_id]
        note = f" ({escaped(str(norm['note']))})" if pd.notna(norm["note"]) else ""
        said.append(
            f"{escaped(str(norm['label']))}: {norm['threshold']:g} {escaped(str(norm['unit']))}, "
            f"{BENCHMARK_KINDS[str(norm['kind'])]}{note}. "
            f"[Its source]({source_link(norm['source_id'])})."
        )
    if choice.edited:
        own = "none" if choice.threshold is None else f"{choice.threshold:g}"
        said.append(f"**You changed the benchmark to {own}.**")
    return " ".join(said)


def _used(ledger: Ledger) -> list[str]:
    """Sources behind the rows, most rows first."""
    rows = ledger.rows
    ids = pd.concat([rows[f"{each}_source_id"] for each in ("need", "capacity", "published")])
    return [str(each) for each in ids.dropna().value_counts().index]


@lru_cache(maxsize=128)
def attribution(ledger: Ledger) -> str:
    """The credit line of a view."""
    sources = ask(ledger.dataset, "source").set_index("source_id")
    used = _used(ledger)
    named = [each for each in used if not each.startswith("page_")]
    credit = {str(sources.loc[each, "attribution"]): each for each in named}
    linked = [f"[{escaped(name)}]({source_link(each)})" for name, each in credit.items()]
    pages = len(used) - len(named)
    if pages:
        linked.append(f"{count_of(pages, 'public page')} named with the figures")
    own = ["**Benchmark changed by you**"] if ledger.choice.edited else []
    return " · ".join([*own, *linked, BOUNDARIES])


@lru_cache(maxsize=128)
def dates(ledger: Ledger) -> str:
    """From when the figures are, where they differ."""
    known = ledger.rows[ledger.rows["need"].notna()]
    years = sorted(known["period"].str[:4].unique())
    if not years:
        return ""
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f"Need of {span}. {_coarser(ledger)}"


def _coarser(ledger: Ledger) -> str:
    """Which countries are drawn at a coarser level than asked for."""
    rows = ledger.rows[ledger.rows["level"] < ledger.choice.level]
    codes = rows["country"].unique()
    if not len(codes):
        return ""
    if len(codes) > 6:
        return (
            f"{count_of(len(codes), 'country').capitalize()} are drawn at the level that is known."
        )
    verb = "is" if len(codes) == 1 else "are"
    names = listed([country(str(code)) for code in sorted(codes)])
    return f"{names} {verb} drawn at the level that is known."
