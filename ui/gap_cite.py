"""How a shortage is worked out, by which norm, and from whose figures."""

import pandas as pd
import streamlit as st

from ui.address import source_link
from ui.corrections.beside import cited
from ui.gap_words import amount, supply_words
from ui.language import _, later, n_, per_language
from ui.language.numbers import with_point
from ui.ledger import Ledger
from ui.store import ask
from ui.words import BENCHMARK_KINDS, BOUNDARIES, counted, country, escaped, listed

_METHOD = later(
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
    st.markdown(f"**{_(standard.label)}.** {_norm(ledger)} {_(standard.note)}")
    supply = supply_words(standard)
    st.markdown(_(_METHOD, supply=supply, days=standard.max_days_apart))
    if proposed := cited(ledger.dataset, ledger.rows.index):
        st.markdown(proposed)
    st.markdown(f"###### {_('Sources')}")
    sources = ask(ledger.dataset, "source").set_index("source_id")
    for source_id in _used(ledger):
        source = sources.loc[source_id]
        st.markdown(
            f"- **[{escaped(str(source['title']))}]({source_link(source_id)})**, "
            + _(
                "{publisher}. Licence: {licence}. {caveats}",
                publisher=escaped(_(str(source["publisher"]))),
                licence=escaped(_(str(source["licence"]))),
                caveats=escaped(str(source["caveats"] or "")),
            )
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
            f"{escaped(_(str(norm['label'])))}: {with_point(format(norm['threshold'], 'g'))} "
            f"{escaped(_(str(norm['unit'])))}, {BENCHMARK_KINDS[str(norm['kind'])]}{note}. "
            f"[{_('Its source')}]({source_link(norm['source_id'])})."
        )
    if choice.edited:
        own = amount(choice.threshold)
        said.append(_("**You changed the benchmark to {own}.**", own=own))
    return " ".join(said)


def _used(ledger: Ledger) -> list[str]:
    """Sources behind the rows, most rows first."""
    rows = ledger.rows
    ids = pd.concat([rows[f"{each}_source_id"] for each in ("need", "capacity", "published")])
    return [str(each) for each in ids.dropna().value_counts().index]


@per_language(128)
def attribution(ledger: Ledger) -> str:
    """The credit line of a view."""
    sources = ask(ledger.dataset, "source").set_index("source_id")
    used = _used(ledger)
    named = [each for each in used if not each.startswith("page_")]
    credit = {str(sources.loc[each, "attribution"]): each for each in named}
    linked = [f"[{escaped(name)}]({source_link(each)})" for name, each in credit.items()]
    pages = len(used) - len(named)
    if pages:
        linked.append(
            n_(
                "{count} public page named with the figures",
                "{count} public pages named with the figures",
                pages, count=counted(pages),
            )
        )  # fmt: skip
    own = [_("**Benchmark changed by you**")] if ledger.choice.edited else []
    return " · ".join([*own, *linked, _(BOUNDARIES)])


@per_language(128)
def dates(ledger: Ledger) -> str:
    """From when the figures are, where they differ."""
    known = ledger.rows[ledger.rows["need"].notna()]
    years = sorted(known["period"].str[:4].unique())
    if not years:
        return ""
    span = years[0]
    if len(years) > 1:
        span = _("{first} to {last}", first=years[0], last=years[-1])
    return f"{_('Need of {span}.', span=span)} {_coarser(ledger)}"


def _coarser(ledger: Ledger) -> str:
    """Which countries are drawn at a coarser level than asked for."""
    rows = ledger.rows[ledger.rows["level"] < ledger.choice.level]
    codes = rows["country"].unique()
    if not len(codes):
        return ""
    if len(codes) > 6:
        many = counted(len(codes)).capitalize()
        return n_(
            "{count} country is drawn at the level that is known.",
            "{count} countries are drawn at the level that is known.", len(codes), count=many,
        )  # fmt: skip
    names = listed([country(str(code)) for code in sorted(codes)])
    return n_(
        "{names} is drawn at the level that is known.",
        "{names} are drawn at the level that is known.", len(codes), names=names,
    )  # fmt: skip
