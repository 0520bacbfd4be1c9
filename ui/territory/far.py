"""How far the residents of a territory are from services."""

from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from ui import words
from ui.area.where import Where
from ui.choice import choose as choose_figures
from ui.reach.choice import choose as choose_reach
from ui.reach.offer import is_complete, offer_of
from ui.reach.regions import regions_of
from ui.reach.way import DISTANCE, place_of
from ui.store import DEMONSTRATION, PUBLISHED, Dataset, ask
from ui.territory.asking import choice_of, number, page, text
from ui.territory.model import NAN, Figure, Link, Section, Table
from ui.view import view_of

_KM = (10, 20, 30)
_PC = f"{words.THIN}%"


def far(dataset: Dataset, at: str, level: int) -> Section:
    """Residents without a hospital nearby, and the mean way to each service on record."""
    hospitals = [_beyond(dataset, at, level, km) for km in _KM]
    ways = list(_ways(dataset, at, level))
    known = [each for each in ways if words.is_known(each.value)]
    distances = Table(
        "Residents beyond a distance of the nearest hospital",
        ("As the crow flies", "Residents beyond", "Of all residents"),
        tuple(_line(km, people, share) for km, (people, share) in zip(_KM, hospitals, strict=True)),
        right=(1, 2),
    )
    figures = [each for pair in hospitals for each in pair] + ways
    places = [each for row in known for each in row.source_ids]
    return Section(
        "reach", "How far is it to services?",
        (_hospital_words(hospitals[_KM.index(20)]), *_way_words(dataset, known),
         *_unknown_words(ways)),
        tables=(distances,) if words.is_known(hospitals[0][1].value) else (),
        figures=tuple(figures),
        links=(Link("Hospitals on the page Figures", page("figures", at, level)),
               Link("Every service on the page Reach", page("reach", at, level))),
        more_sources=tuple(dict.fromkeys(["population_grid", *places])),
    )  # fmt: skip


def _beyond(dataset: Dataset, at: str, level: int, km: int) -> tuple[Figure, Figure]:
    """People, and their share of residents, farther than a distance; as the page Figures."""
    rows = _hospitals(dataset, level, km)
    row = rows.loc[at].to_dict() if at in rows.index else {}
    asked = {} if km == 20 else {"km": str(km)}
    of = {
        "period": text(row, "period"), "obs_status": text(row, "obs_status") or "L",
        "evidence": text(row, "evidence"), "source_ids": ("hospitals",),
        "group_id": "residents", "page": page("figures", at, level, **asked),
    }  # fmt: skip
    label = f"Residents farther than {km} km from a hospital"
    people = [number(row, name) for name in ("count", "count_lower", "count_upper")]
    share = [number(row, name) for name in ("value", "lower", "upper")]
    return (
        Figure(label, "persons", *people, **of),  # type: ignore[arg-type]
        Figure(f"{label}, share", "percent", *share, **of),  # type: ignore[arg-type]
    )


@lru_cache(maxsize=24)
def _hospitals(dataset: Dataset, level: int, km: int) -> pd.DataFrame:
    """The rows of the page Figures; never written to."""
    values = {"short": "hospital", "km": str(km), "level": str(level)}
    return view_of(dataset, choice_of(choose_figures, dataset, **values)).rows


def _line(km: int, people: Figure, share: Figure) -> tuple[str, ...]:
    low, high = share.lower, share.upper
    percent = "unknown" if not words.is_known(share.value) else f"{_range(low, high)}{_PC}"
    count = "unknown" if not words.is_known(people.value) else words.short(people.value)
    return (f"more than {km} km", count, percent)


def _range(low: float, high: float) -> str:
    first, last = words.rate(low), words.rate(high)
    return first if first == last else f"{first} to {last}"


def _hospital_words(found: tuple[Figure, Figure]) -> str:
    people, share = found
    if not words.is_known(share.value):
        return "**Unknown** how many residents have no hospital within 20 km."
    if share.upper == 0:
        return "**Every resident has a hospital within 20 km**, as the crow flies."
    return (
        f"**{_range(share.lower, share.upper)}{_PC} of residents**, {words.short(people.value)} "
        "people, have no hospital within 20 km."
    )


def _ways(dataset: Dataset, at: str, level: int) -> Iterator[Figure]:
    """The mean way to the nearest place of each service there are places of, as the page Reach."""
    for service in ask(dataset, "reach_service")["service"]:
        if service not in words.SERVICES:
            continue
        values = {"for": str(service), "show": DISTANCE, "level": str(level)}
        choice = choice_of(choose_reach, dataset, **values)
        rows = regions_of(dataset, choice.way, Where(level))
        row = rows.loc[at].to_dict() if at in rows.index else {}
        km = number(row, "nearest_km")
        known = words.is_known(km)
        complete = is_complete(dataset, str(service))
        made = {PUBLISHED: "estimated", DEMONSTRATION: "synthetic"}.get(dataset.kind, "declared")
        offer = offer_of(dataset, choice.way.asked).rows
        inside = offer[offer["country"] == at[:2]]["source_id"].value_counts()
        yield Figure(
            f"Mean way to the nearest {place_of(str(service))}", "km",
            km if complete else NAN, NAN, NAN if complete else km, "residents",
            obs_status=("E" if complete else "U") if known else "L",
            evidence=made if known else "", answer="" if complete else "at most",
            source_ids=tuple(str(each) for each in inside.index[:5]) if known else (),
            page=page("reach", at, level, **{"for": str(service), "show": DISTANCE}),
        )  # fmt: skip


def _way_words(dataset: Dataset, known: list[Figure]) -> list[str]:
    told = [
        f"{words.rate(each.value)} km to the nearest "
        f"{each.label.removeprefix('Mean way to the nearest ')}"
        for each in known
    ]
    return [f"On average residents have {words.listed(told)}, by detours of 1.3."] if told else []


def _unknown_words(ways: list[Figure]) -> list[str]:
    at_most = [
        each for each in ways if words.is_known(each.upper) and not words.is_known(each.value)
    ]
    nothing = [each for each in ways if each.obs_status == "L"]
    lines = [
        f"At most {words.rate(each.upper)} km to the nearest known "
        f"{each.label.removeprefix('Mean way to the nearest ')}: not all places are on record."
        for each in at_most
    ]
    if nothing:
        names = [each.label.removeprefix("Mean way to the nearest ") for each in nothing]
        lines.append(f"**Unknown** how far it is to a {words.listed(names)}: none is on record "
                     "around here.")  # fmt: skip
    return lines
