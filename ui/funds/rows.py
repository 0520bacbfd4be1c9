"""The rows behind the Funds page: as a table, as a file, and how they were made."""

import pandas as pd
import streamlit as st

from ui import words
from ui.address import source_link
from ui.area import records
from ui.funds.needs import kind
from ui.funds.view import View
from ui.language import _, later
from ui.store import ask
from ui.words import BOUNDARIES

_METHOD = later(
    "Amounts of one fund, one objective and one period are compared, never added to others. "
    "Agreement is Kendall's tau-b between the order by money and the order by need: the share of "
    "pairs in the same order less the share in the opposite one, ties corrected. Its 95 % "
    "interval comes from 999 samples of the territories in which every figure known as an "
    "interval is drawn anew between its ends. *Yes* or *no* is said only where the whole interval "
    "is on one side of zero. A territory with a figure unknown is left out and named; it never "
    "counts as zero. Where an amount is known for regions only, the larger territory has their "
    "sum, if all are known."
)
_FILE = (
    "territory_id", "place", "name", "country", "level", "fund", "objective", "period",
    "takes_part", "money", "money_lower", "money_upper", "summed", "paid_eur", "paid_percent",
    "counted_against", "need", "need_lower", "need_upper", "need_years", "lacking",
    "eur_for_one", "eur_for_one_lower", "eur_for_one_upper", "unit", "residents",
    "obs_status", "evidence", "note", "source_id", "source_file", "source_line",
    "need_status", "need_evidence", "need_source_id", "need_source_title", "need_licence",
    "need_source_file", "need_source_line",
)  # fmt: skip


def twin(view: View) -> None:
    """The table of every territory drawn."""
    number = st.column_config.NumberColumn
    rows = view.spread.rows.sort_values(
        ["takes_part", "value", "place"], ascending=[False, False, True], na_position="last"
    )
    rows = _ends_filled(rows)
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "money": number(_money(view), format="%,.0f"),
        "money_lower": number(_("from (EUR)"), format="%,.0f"),
        "money_upper": number(_("to (EUR)"), format="%,.0f"),
        "paid_eur": number(_("Paid (EUR)"), format="%,.0f"),
        "need": number(_(view.choice.against.label), format="%,.0f"),
        "need_lower": number(_("from"), format="%,.0f", width=95),
        "need_upper": number(_("to"), format="%,.0f", width=95),
        "value": number(_("EUR {for_one}", for_one=_(view.choice.against.for_one)), format="%,.0f"),
        "lower": number(f"{_('from')} ", format="%,.0f", width=95),
        "upper": number(f"{_('to')} ", format="%,.0f", width=95),
        "takes_part": _("Takes part"),
    }
    # Where every figure is exact there are no ends to show.
    columns = {name: column for name, column in columns.items() if name in rows}
    records.twin(view.dataset, rows, columns)


def _money(view: View) -> str:
    return _("Estimate (EUR)") if view.choice.series.estimated else _("Committed (EUR)")


def _ends_filled(rows: pd.DataFrame) -> pd.DataFrame:
    """Ends of exact figures are the figure itself; columns of ends nobody has are left out."""
    rows = rows.copy()
    for side, low, high in (
        ("money", "money_lower", "money_upper"),
        ("need", "need_lower", "need_upper"),
        ("value", "lower", "upper"),
    ):
        if rows[[low, high]].isna().all(axis=None):
            rows = rows.drop(columns=[low, high])
            continue
        exact = rows[low].isna() & rows[high].isna()
        for end in (low, high):
            rows[end] = rows[end].astype(float).mask(exact, rows[side].astype(float))
    return rows


def file_rows(view: View) -> pd.DataFrame:
    """The same rows with everything that says where they are from."""
    series = view.choice.series
    sources = ask(view.dataset, "source").set_index("source_id")
    rows = view.spread.rows.rename(
        columns={
            "value": "eur_for_one", "lower": "eur_for_one_lower", "upper": "eur_for_one_upper",
        }
    ).reset_index()  # fmt: skip
    made = rows.assign(
        fund=series.fund, objective=series.objective, period=series.period,
        counted_against=view.choice.against.label, need_years=view.need.when(),
        unit=f"EUR for one {view.choice.against.one}",
        need_source_title=rows["need_source_id"].map(sources["title"]),
        need_licence=rows["need_source_id"].map(sources["licence"]),
    )  # fmt: skip
    return made.reindex(columns=list(_FILE))


def method(view: View) -> None:
    """What the money is, how need is counted, how agreement is measured, and the sources."""
    about = view.choice.series.about
    told = [f"**{words.escaped(view.choice.amount_words())}.**", words.escaped(_(about.what))]
    if about.covers:
        told.append(words.escaped(_("Covers {who}.", who=_(about.covers))))
    st.markdown(" ".join(told))
    st.markdown(f"{_('**Need.**')} {kind(view.need, view.choice.series, view.choice.against_key)}")
    st.markdown(_(_METHOD))
    st.markdown(f"###### {_('Sources')}")
    sources = ask(view.dataset, "source").set_index("source_id")
    for source_id in used(view):
        source = sources.loc[source_id]
        st.markdown(
            f"- **[{words.escaped(str(source['title']))}]({source_link(source_id)})**, "
            f"{words.escaped(str(source['publisher']))}. "
            + _("Licence: {licence}.", licence=words.escaped(str(source["licence"])))
            + " "
            f"{words.escaped(str(source['caveats'] or ''))}"
        )


def used(view: View) -> list[str]:
    """Sources behind the rows compared, most rows first."""
    rows = view.compared
    known = pd.concat(
        [
            rows.loc[rows["money"].notna(), "source_id"],
            rows.loc[rows["need"].notna(), "need_source_id"],
        ]
    )
    found = ask(view.dataset, "source")["source_id"]
    return [str(each) for each in known.dropna().value_counts().index if each in set(found)]


def origin(view: View) -> str:
    """The quiet line below the map."""
    line = records.origin(view.dataset, used(view), view.choice.series.period)
    return f"{line} · {_(BOUNDARIES)}"
