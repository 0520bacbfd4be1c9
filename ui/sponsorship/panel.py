"""One territory explained: who came, who sponsors, what was pledged, and who could say more."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analysis import sponsorship
from analysis.sponsorship_places import ABSENT, PRESENT
from ui import chosen, words
from ui.address import link, source_link
from ui.area import records
from ui.area.spread import Spread
from ui.palette import Palette
from ui.sponsorship import charts
from ui.sponsorship.choice import ARRIVALS, PATHWAYS, SponsorshipChoice
from ui.sponsorship.localities import localities
from ui.sponsorship.situation import Situations
from ui.sponsorship.words import changed, rows_of
from ui.store import Dataset, ask

Row = dict[Hashable, Any]
_FEWEST_BARS = 3


def explain(view: Spread, choice: SponsorshipChoice, at: str, palette: Palette) -> None:
    """Everything known of one territory's sponsorship, whatever the map shows."""
    row: Row = view.rows.loc[[at]].iloc[0].to_dict()
    _head(str(row["place"]))
    rows = ask(view.dataset, "sponsorship")
    own = rows[(rows["territory_id"] == at) & rows["scheme_id"].isin(choice.schemes)]
    said = [_shown(row, choice), *_others(own, choice), *_change(rows, choice, at)]
    for sentence in said:
        st.markdown(sentence)
    _quarters(own, palette, view.dataset)
    localities(view.dataset, choice, at)
    st.caption(_origin(view.dataset, row))


def explain_situation(found: Situations, at: str) -> None:
    """Reception's answer here, and what is known of sponsors."""
    row: Row = found.rows.loc[[at]].iloc[0].to_dict()
    _head(str(row["place"]))
    gap = link(f"gaps?at={at}&level={int(row['level'])}")
    st.markdown(f"{_reception(row)} [Need and places on the page Gaps]({gap}).")
    st.markdown(_sponsors(found.dataset, row, at))
    sources = [row[name] for name in ("need_source_id", "capacity_source_id")]
    own = ask(found.dataset, "sponsorship")
    ids = [*sources, *own[own["territory_id"].str.startswith(at)]["source_id"].unique()]
    st.caption(records.origin(found.dataset, ids))


def _head(place: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(place)}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))


def _shown(row: Row, choice: SponsorshipChoice) -> str:
    """The figure of the map in a sentence, or why there is none."""
    pathway = PATHWAYS[choice.pathway]
    if not words.is_known(row["count"]):
        least, most = row.get("lower_count"), row.get("upper_count")
        if words.is_known(most):
            return (
                f"**Unknown.** Nobody is listed here {choice.time()}, which is not a published "
                f"zero: {words.number(float(str(most)))} persons of the country are listed "
                "without a region."
            )
        if words.is_known(least) and float(str(least)) > 0:
            return (
                f"**Unknown, {words.number(float(str(least)))} at least**: only some of its "
                "territories are counted."
            )
        return f"**Unknown.** No source tells of {pathway} here {choice.time()}; ask {_whom(row)}."
    count, value = words.number(row["count"]), words.rate(row["value"])
    when = words.day(str(row["period"]))
    if choice.show == ARRIVALS:
        said = f"**{count} persons** arrived through {pathway} ({when}), {value} per 100,000."
        if words.is_known(row["upper_count"]) and row["upper_count"] > row["count"]:
            more = words.number(row["upper_count"] - row["count"])
            said += f" Up to {more} more may have come here: they are listed without a region."
        return said
    noun = {"groups": "groups", "pledged": "places pledged"}.get(choice.show)
    if noun:
        return f"**{count} {noun}** ({when}), {value} per 100,000 residents."
    places = words.number(row["pledged_places"])
    return f"**{count} persons** arrived against {places} places pledged: {value} for 100 ({when})."


def _whom(row: Row) -> str:
    country = words.escaped(words.country(str(row["country"])))
    return f"the authority that approves sponsors in {country}, or its umbrella of sponsors"


def _others(own: pd.DataFrame, choice: SponsorshipChoice) -> list[str]:
    """Groups and pledges by scheme, as far as a source tells of them here."""
    said = []
    groups = sponsorship.latest(own, "sponsor_groups", choice.within)
    if choice.show != "groups":
        said.append(_listed(groups, "sponsor_groups", "sponsoring group"))
    against = sponsorship.against_pledges(own, choice.within)
    for row in rows_of(against):
        places = words.number(float(str(row["pledged_places"])))
        when = words.day(str(row["period"]))
        if not row["compared"]:
            said.append(f"{places} places pledged ({when}); arrivals of that time are not told.")
        elif choice.show != "ratio" and words.is_known(row["arrivals_per_100_pledged"]):
            ratio = words.rate(float(str(row["arrivals_per_100_pledged"])))
            came = words.number(float(str(row["arrived_persons"])))
            far = " so far" if row["so_far"] else ""
            said.append(
                f"{came} arrived{far} against {places} places pledged ({when}): {ratio} for 100."
            )
    if against.empty:
        said.append("No pledge is published here.")
    return [each for each in said if each]


def _listed(found: pd.DataFrame, column: str, noun: str) -> str:
    """A count in a sentence; that nobody publishes one is said too."""
    if found.empty:
        return f"How many {noun}s there are here is not published."
    total = int(found[column].sum())
    when = words.listed(sorted({words.day(str(each)) for each in found["period"]}))
    name = noun if total == 1 else f"{noun}s"
    return f"{words.number(total)} {name} ({when})."


def _change(rows: pd.DataFrame, choice: SponsorshipChoice, at: str) -> list[str]:
    """Arrivals of the last two whole years, scheme by scheme."""
    found = sponsorship.growth(rows[rows["scheme_id"].isin(choice.schemes)], at)
    return [
        changed(row, "this territory") for row in rows_of(found[found["change_percent"].notna()])
    ]


def _quarters(own: pd.DataFrame, palette: Palette, dataset: Dataset) -> None:
    """Arrivals by quarter, added up over the schemes, where there are at least three."""
    quarters = own[own["period"].str.fullmatch(r"\d{4}-Q[1-4]") & own["arrivals_persons"].notna()]
    series = quarters.groupby("period")[["arrivals_persons"]].sum().reset_index()
    if len(series) >= _FEWEST_BARS:
        charts.by_quarter(series, palette, dataset.watermark)


def _origin(dataset: Dataset, row: Row) -> str:
    """Where the figure of the map is from, with its line, on one quiet line."""
    if not words.is_known(row.get("source_id")):
        return records.origin(dataset, [])
    source = ask(dataset, "source").set_index("source_id").loc[str(row["source_id"])]
    parts = [
        f"{words.escaped(str(source['publisher']))}, "
        f"[{words.escaped(str(source['title']))}]({source_link(row['source_id'])})"
    ]
    if words.is_known(row["source_line"]):
        file = str(row["source_file"]).rsplit("/", 1)[-1]
        parts.append(f"{words.escaped(file)}, line {int(row['source_line'])}")
    evidence = str(row["evidence"])
    if evidence != "published":
        parts.append(words.EVIDENCE[evidence])
    if str(row["obs_status"]) in ("U", "E") and evidence != "synthetic":
        parts.append({"U": "low reliability", "E": "estimated"}[str(row["obs_status"])])
    if words.is_known(row["note"]):
        parts.append(words.escaped(str(row["note"])))
    if dataset.watermark:
        parts.insert(0, dataset.watermark)
    return " · ".join(parts)


def _reception(row: Row) -> str:
    """Reception's answer in a sentence."""
    answer = str(row["answer"])
    if answer == "short":
        lack = row["gap"] if words.is_known(row["gap"]) else row["gap_lower"]
        return f"**Reception is short by {words.short(float(lack))} places** for asylum applicants."
    if answer == "met":
        return "**Reception has enough places** for asylum applicants."
    if answer == "cannot tell":
        return "**Cannot tell** whether reception is short: the interval straddles zero."
    return "**Unknown** whether reception is short for asylum applicants."


def _sponsors(dataset: Dataset, row: Row, at: str) -> str:
    """What is known of sponsors here, with the schemes by name."""
    if row["sponsors"] == PRESENT:
        rows = ask(dataset, "sponsorship")
        inside = rows[rows["territory_id"].str.startswith(at)]["scheme_id"].unique()
        schemes = ask(dataset, "scheme").set_index("scheme_id")["name"]
        names = [words.escaped(str(schemes[each])) for each in inside]
        return f"Sponsors are present: {words.listed(names)}."
    if row["sponsors"] == ABSENT:
        return "A source says that nobody sponsors here: a place to look for a first group."
    return (
        f"No source says whether anybody sponsors here. Ask {_whom(row)}, before a scheme is "
        "planned as if there were none."
    )
