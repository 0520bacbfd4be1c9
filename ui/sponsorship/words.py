"""What the Sponsorship page says of a view, in sentences."""

from typing import Any

import pandas as pd

from analysis.sponsorship_growth import growth
from ui import words
from ui.area.spread import Spread
from ui.cased import begins
from ui.language import Words, _, later, n_, plural
from ui.sponsorship.change import changed
from ui.sponsorship.choice import ARRIVALS, GROUPS, PLEDGED, RATIO, SponsorshipChoice
from ui.sponsorship.situation import Situations
from ui.store import DEMONSTRATION, Dataset, ask

HARDLY_ANYTHING = later(
    "Outside the United Kingdom, Europe publishes hardly anything on sponsorship by region: a "
    "total for the country at best, a few regions, most often nothing."
)
READING = Words(
    {
        ARRIVALS: "Darker means more arrivals for the residents; hatched means that nobody "
        "publishes them, not that nobody came.",
        GROUPS: "Darker means more groups for the residents, at the latest date of each; hatched "
        "means that nobody publishes them.",
        PLEDGED: "Darker means more places pledged for the residents, by the latest pledge; "
        "hatched means that no pledge is published.",
        RATIO: "Darker means that more of the places pledged were taken up; 100 is as many "
        "arrivals as places, in the pledge's own time; a pledge whose time is not over is counted "
        "so far.",
    }
)
_RANKS = Words(
    {
        ARRIVALS: "Most arrivals for the residents",
        GROUPS: "Most groups for the residents",
        PLEDGED: "Most places pledged for the residents",
        RATIO: "Most arrivals for the places pledged",
    }
)
_UNKNOWN = {
    ARRIVALS: later(
        "**Unknown in all {count} territories drawn**, not zero: no source gives arrivals {time}."
    ),
    GROUPS: later(
        "**Unknown in all {count} territories drawn**, not zero: no source gives a number of "
        "groups {time}."
    ),
    PLEDGED: later(
        "**Unknown in all {count} territories drawn**, not zero: no source gives places pledged "
        "{time}."
    ),
    RATIO: later(
        "**Unknown in all {count} territories drawn**, not zero: no source gives both pledges "
        "and the arrivals of their time {time}."
    ),
}
_ARRIVED = plural(
    "**{count} person arrived** {time}, {where}.", "**{count} persons arrived** {time}, {where}."
)
_ARRIVED_AT_LEAST = plural(
    "**At least {count} person arrived** {time}, {where}.",
    "**At least {count} persons arrived** {time}, {where}.",
)
_GROUPS = plural(
    "**{count} group** at the latest date of each, {where}.",
    "**{count} groups** at the latest date of each, {where}.",
)
_PLEDGED = plural(
    "**{count} place is pledged** at the latest date of each, {where}.",
    "**{count} places are pledged** at the latest date of each, {where}.",
)


def headline(view: Spread, choice: SponsorshipChoice) -> str:
    """The finding in a few sentences: how many, where most, what is unknown."""
    known, total = view.known, len(view.rows)
    if known.empty:
        said = [
            _(_UNKNOWN[choice.show], count=words.number(total), time=choice.time()),
            _("Choose other countries, another time or another pathway."),
        ]
    else:
        said = [_total(view, choice), _most(view, choice)]
        if trend := _trend(view.dataset, choice):
            said.append(trend)
        unknown = total - len(known)
        if unknown:
            said.append(
                _(
                    "Unknown, not zero, in {unknown} of {total}.",
                    unknown=words.number(unknown),
                    total=words.number(total),
                )
            )
    if view.dataset.kind != DEMONSTRATION and not choice.where.countries:
        said.append(_(HARDLY_ANYTHING))
    return " ".join(each for each in said if each)


def _total(view: Spread, choice: SponsorshipChoice) -> str:
    """The sum of what is drawn: territories drawn never overlap."""
    known, rows = view.known, view.rows
    total = int(known["count"].sum())
    if choice.show == RATIO:
        places = known["pledged_places"].sum()
        return _(
            "**{count} persons arrived against {places} places pledged, {rate} for 100**, {where}, "
            "where both are known for the same time.",
            count=words.number(total), places=words.number(places), where=_where(len(known), []),
            rate=words.rate(total / places * 100) if places else _("none"),
        )  # fmt: skip
    years = sorted({str(each)[:4] for each in known["period"].dropna()})
    where = _where(len(known), years)
    if choice.show == ARRIVALS:
        pair = _ARRIVED_AT_LEAST if len(years) > 1 else _ARRIVED
        said = n_(*pair, total, time=choice.time(), where=where)
    else:
        said = n_(*(_GROUPS if choice.show == GROUPS else _PLEDGED), total, where=where)
    nowhere = (rows["upper_count"] - rows["count"].fillna(0)).groupby(rows["country"]).max()
    if not nowhere.notna().any():
        return said
    return f"{said} " + n_(
        "Another {count} is listed without a region and may have come to any of their country's.",
        "Another {count} are listed without a region and may have come to any of their country's.",
        int(nowhere.sum()),
    )


def _where(territories: int, years: list[str]) -> str:
    """In how many territories a sum is known, and the years it is of where they differ."""
    count = words.counted(territories)
    if len(years) < 2:
        return n_(
            "in {count} territory with a figure", "in {count} territories with a figure",
            territories, count=count,
        )  # fmt: skip
    return n_(
        "in {count} territory with a figure, in figures of {first} to {last}",
        "in {count} territories with a figure, in figures of {first} to {last}",
        territories, count=count, first=years[0], last=years[-1],
    )  # fmt: skip


def _most(view: Spread, choice: SponsorshipChoice) -> str:
    """The territories with the highest figures, by name."""
    top = view.known.nlargest(3, "value")
    if len(view.known) < 3 or not top["value"].iloc[-1] > 0:
        return ""
    named = [
        f"{words.escaped(str(row['place']))} ({words.rate(row['value'])})"
        for row in top.to_dict("records")
    ]
    if choice.show == RATIO:
        return _("Most for 100 pledged: {places}.", places=words.listed(named))
    return _("Most per 100,000 residents: {places}.", places=words.listed(named))


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


def ranking_title(choice: SponsorshipChoice) -> str:
    """What the ranking ranks."""
    return _RANKS[choice.show]


def below_map(drawn: Spread | Situations) -> str:
    """The quiet line below the map: its unit, and countries drawn at a larger scale."""
    said = f"{begins(drawn.picture().unit)}."
    level = drawn.picture().level
    rows = drawn.rows
    known = rows[rows["map_class"] >= 0]
    coarse = known[known["level"] < level]
    if len(coarse):
        names = words.countries(sorted(coarse["country"].unique()))
        coarser = _(
            "Known for larger territories only, and drawn with those: {countries}.", countries=names
        )
        return f"{said} {coarser}"
    return said


def sources(drawn: Spread | Situations) -> pd.Series:
    """The sources of the rows drawn, most used first."""
    if isinstance(drawn, Situations):
        parts = [drawn.rows["need_source_id"], drawn.rows["capacity_source_id"]]
        return pd.concat(parts, ignore_index=True)
    return drawn.rows["source_ids"].dropna().str.split().explode()
