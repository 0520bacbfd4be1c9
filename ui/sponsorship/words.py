"""What the Sponsorship page says of a view, in sentences."""

from typing import Any

import pandas as pd

from analysis.sponsorship_growth import growth
from ui import words
from ui.area.spread import Spread
from ui.sponsorship.choice import ARRIVALS, GROUPS, PLEDGED, RATIO, SponsorshipChoice
from ui.sponsorship.figures import COUNTED
from ui.sponsorship.situation import Situations
from ui.store import DEMONSTRATION, Dataset, ask

HARDLY_ANYTHING = (
    "Outside the United Kingdom, Europe publishes hardly anything on sponsorship by region: a "
    "total for the country at best, a few regions, most often nothing."
)
READING = {
    ARRIVALS: "Darker means more arrivals for the residents; hatched means that nobody "
    "publishes them, not that nobody came.",
    GROUPS: "Darker means more groups for the residents, at the latest date of each; hatched "
    "means that nobody publishes them.",
    PLEDGED: "Darker means more places pledged for the residents, by the latest pledge; hatched "
    "means that no pledge is published.",
    RATIO: "Darker means that more of the places pledged were taken up; 100 is as many arrivals "
    "as places, in the pledge's own time; a pledge whose time is not over is counted so far.",
}


def headline(view: Spread, choice: SponsorshipChoice) -> str:
    """The finding in a few sentences: how many, where most, what is unknown."""
    known, total = view.known, len(view.rows)
    if known.empty:
        said = [
            f"**Unknown in all {words.number(total)} territories drawn**, not zero: no source "
            f"gives {_what(choice)} {choice.time()}."
        ]
    else:
        said = [_total(view, choice), _most(view, choice)]
        if trend := _trend(view.dataset, choice):
            said.append(trend)
        unknown = total - len(known)
        if unknown:
            said.append(f"Unknown, not zero, in {words.number(unknown)} of {words.number(total)}.")
    if view.dataset.kind != DEMONSTRATION and not choice.where.countries:
        said.append(HARDLY_ANYTHING)
    return " ".join(each for each in said if each)


def _what(choice: SponsorshipChoice) -> str:
    return {
        ARRIVALS: "arrivals",
        GROUPS: "a number of groups",
        PLEDGED: "places pledged",
        RATIO: "both pledges and the arrivals of their time",
    }[choice.show]


def _total(view: Spread, choice: SponsorshipChoice) -> str:
    """The sum of what is drawn: territories drawn never overlap."""
    known, rows = view.known, view.rows
    total = words.number(known["count"].sum())
    where = f"{words.count_of(len(known), 'territory')} with a figure"
    if choice.show == RATIO:
        places = known["pledged_places"].sum()
        ratio = words.rate(known["count"].sum() / places * 100) if places else "none"
        return (
            f"**{total} persons arrived against {words.number(places)} places pledged, {ratio} "
            f"for 100**, in {where}, where both are known for the same time."
        )
    noun = {ARRIVALS: "persons arrived", GROUPS: "groups", PLEDGED: "places are pledged"}
    time = choice.time() if choice.show == ARRIVALS else "at the latest date of each"
    years = sorted({str(each)[:4] for each in known["period"].dropna()})
    dated = f", in figures of {years[0]} to {years[-1]}" if len(years) > 1 else ""
    least = "At least " if choice.show == ARRIVALS and len(years) > 1 else ""
    said = f"**{least}{total} {noun[choice.show]}** {time}, in {where}{dated}."
    nowhere = (rows["upper_count"] - rows["count"].fillna(0)).groupby(rows["country"]).max()
    if nowhere.notna().any():
        said += (
            f" Another {words.number(nowhere.sum())} are listed without a region and may have "
            "come to any of their country's."
        )
    return said


def _most(view: Spread, choice: SponsorshipChoice) -> str:
    """The territories with the highest figures, by name."""
    top = view.known.nlargest(3, "value")
    if len(view.known) < 3 or not top["value"].iloc[-1] > 0:
        return ""
    unit = "for 100 pledged" if choice.show == RATIO else "per 100,000 residents"
    named = [
        f"{words.escaped(str(row['place']))} ({words.rate(row['value'])})"
        for row in top.to_dict("records")
    ]
    return f"Most {unit}: {words.listed(named)}."


def _trend(dataset: Dataset, choice: SponsorshipChoice) -> str:
    """How a country's arrivals changed between the last two whole years, where that is told."""
    if choice.show != ARRIVALS or dataset.kind == DEMONSTRATION:
        return ""
    rows = ask(dataset, "sponsorship")
    found = growth(rows[rows["scheme_id"].isin(choice.schemes)])
    found = found[(found["territory_id"].str.len() == 2) & found["change_percent"].notna()]
    if choice.where.countries:
        found = found[found["territory_id"].isin(choice.where.countries)]
    return " ".join(changed(row, words.country(row["territory_id"])) for row in rows_of(found))


def rows_of(found: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as records with text keys."""
    return [{str(key): value for key, value in row.items()} for row in found.to_dict("records")]


def changed(row: dict[str, Any], place: str) -> str:
    """A change between two years in a sentence, with both figures."""
    before, after = float(row["before_persons"]), float(row["after_persons"])
    verb = "rose" if after > before else "fell" if after < before else "stayed"
    percent = words.rate(abs(float(row["change_percent"])))
    share = f" ({'+' if after > before else '−'}{percent}{words.THIN}%)" if after != before else ""
    where = f"In {_article(place)}{words.escaped(place)} arrivals" if place else "Arrivals here"
    return (
        f"{where} {verb} from {words.number(before)} in "
        f"{row['before_period']} to {words.number(after)} in {row['after_period']}{share}."
    )


def _article(place: str) -> str:
    return "the " if place.startswith(("United", "Netherlands")) else ""


def ranking_title(choice: SponsorshipChoice) -> str:
    """What the ranking ranks."""
    return {
        ARRIVALS: "Most arrivals for the residents",
        GROUPS: "Most groups for the residents",
        PLEDGED: "Most places pledged for the residents",
        RATIO: "Most arrivals for the places pledged",
    }[choice.show]


def counted(choice: SponsorshipChoice) -> str:
    """The noun of what is counted."""
    return COUNTED[choice.show][1]


def below_map(drawn: Spread | Situations) -> str:
    """The quiet line below the map: its unit, and countries drawn at a larger scale."""
    said = f"{drawn.picture().unit[:1].upper()}{drawn.picture().unit[1:]}."
    level = drawn.picture().level
    rows = drawn.rows
    known = rows[rows["map_class"] >= 0]
    coarse = known[known["level"] < level]
    if len(coarse):
        names = words.countries(sorted(coarse["country"].unique()))
        said += f" Known for larger territories only, and drawn with those: {names}."
    return said


def sources(drawn: Spread | Situations) -> pd.Series:
    """The sources of the rows drawn, most used first."""
    if isinstance(drawn, Situations):
        parts = [drawn.rows["need_source_id"], drawn.rows["capacity_source_id"]]
        return pd.concat(parts, ignore_index=True)
    return drawn.rows["source_ids"].dropna().str.split().explode()
