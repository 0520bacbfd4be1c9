"""One territory explained: who came, who sponsors, what was pledged, and who could say more."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.sponsors import ABSENT, PRESENT
from analysis.sponsorship_growth import growth
from ui import chosen, words
from ui.address import link
from ui.area import records
from ui.area.spread import Spread
from ui.language import _, n_
from ui.palette import Palette
from ui.sponsorship import charts
from ui.sponsorship.change import changed
from ui.sponsorship.choice import SponsorshipChoice
from ui.sponsorship.localities import localities
from ui.sponsorship.sentences import by_scheme, sentences
from ui.sponsorship.situation import Situations
from ui.sponsorship.words import rows_of
from ui.store import Dataset, ask

Row = dict[Hashable, Any]
_FEWEST_BARS = 3


def explain(view: Spread, choice: SponsorshipChoice, at: str, palette: Palette) -> None:
    """Everything known of one territory's sponsorship, whatever the map shows."""
    row: Row = view.rows.loc[[at]].iloc[0].to_dict()
    chosen.heading(view.dataset, at, str(row["place"]))
    rows = ask(view.dataset, "sponsorship")
    rows = rows[rows["scheme_id"].isin(choice.schemes)]
    own = rows[rows["territory_id"] == at]
    for sentence in [*sentences(view.dataset, choice, at), *by_scheme(view.dataset, own, choice)]:
        st.markdown(sentence)
    for each in rows_of(growth(rows, at)):
        if words.is_known(each["change_percent"]):
            st.markdown(changed(each, ""))
    _quarters(own, palette, view.dataset)
    localities(view.dataset, choice, at)
    st.caption(_origin(view.dataset, row))


def explain_situation(found: Situations, at: str) -> None:
    """Reception's answer here, and what is known of sponsors."""
    row: Row = found.rows.loc[[at]].iloc[0].to_dict()
    chosen.heading(found.dataset, at, str(row["place"]))
    gap = link(f"gaps?at={at}&level={int(row['level'])}")
    st.markdown(f"{_reception(row)} [{_('Need and places on the page Gaps')}]({gap}).")
    st.markdown(_sponsors(found.dataset, row, at))
    sources = [row[name] for name in ("need_source_id", "capacity_source_id")]
    own = ask(found.dataset, "sponsorship")
    ids = [*sources, *own[own["territory_id"].str.startswith(at)]["source_id"].unique()]
    st.caption(records.origin(found.dataset, ids))


def _quarters(own: pd.DataFrame, palette: Palette, dataset: Dataset) -> None:
    """Arrivals by quarter, added up over the schemes, where there are at least three."""
    quarters = own[own["period"].str.fullmatch(r"\d{4}-Q[1-4]") & own["arrivals_persons"].notna()]
    series = quarters.groupby("period")[["arrivals_persons"]].sum().reset_index()
    if len(series) >= _FEWEST_BARS:
        charts.by_quarter(series, palette, dataset.watermark)


def _origin(dataset: Dataset, row: Row) -> str:
    """Where the figure of the map is from on one quiet line, with its line where it is one."""
    ids = str(row["source_ids"]).split() if words.is_known(row.get("source_ids")) else []
    parts = [records.origin(dataset, ids)]
    if len(ids) == 1 and words.is_known(row["source_line"]):
        file = str(row["source_file"]).rsplit("/", 1)[-1]
        parts.append(
            _("{file}, line {number}", file=words.escaped(file), number=int(row["source_line"]))
        )
    if ids and row["evidence"] in ("estimated", "declared"):
        parts.append(words.EVIDENCE[str(row["evidence"])])
    if ids and row["obs_status"] == "U":
        parts.append(_("low reliability"))
    if len(ids) == 1 and words.is_known(row["note"]) and row["note"] != "generated":
        parts.append(words.escaped(str(row["note"])))
    return " · ".join(parts)


def _reception(row: Row) -> str:
    """Reception's answer in a sentence."""
    answer = str(row["answer"])
    if answer == "short":
        lack = row["gap"] if words.is_known(row["gap"]) else row["gap_lower"]
        return n_(
            "**Reception is short by {count} place** for asylum applicants.",
            "**Reception is short by {count} places** for asylum applicants.",
            round(float(lack)), count=words.short(float(lack)),
        )  # fmt: skip
    if answer == "met":
        return _("**Reception has enough places** for asylum applicants.")
    if answer == "cannot tell":
        return _("**Cannot tell** whether reception is short: the interval straddles zero.")
    return _("**Unknown** whether reception is short for asylum applicants.")


def _sponsors(dataset: Dataset, row: Row, at: str) -> str:
    """What is known of sponsors here, with the schemes by name."""
    if row["sponsors"] == PRESENT:
        rows = ask(dataset, "sponsorship")
        inside = rows[rows["territory_id"].str.startswith(at)]["scheme_id"].unique()
        schemes = ask(dataset, "scheme").set_index("scheme_id")["name"]
        names = [words.escaped(str(schemes[each])) for each in inside]
        return _("Sponsors are present: {schemes}.", schemes=words.listed(names))
    if row["sponsors"] == ABSENT:
        return _("A source says that nobody sponsors here: a place to look for a first group.")
    return _(
        "No source says whether anybody sponsors here. Ask the authority that approves sponsors "
        "in {country}, or their umbrella organisation, before a scheme is planned as if there "
        "were none.",
        country=words.escaped(words.country(str(row["country"]))),
    )
