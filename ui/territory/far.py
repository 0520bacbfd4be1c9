"""How far the residents of a territory are from services."""

from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from ui import words
from ui.area.where import Where
from ui.choice import choose as choose_figures
from ui.language import _
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
    known = [each for _service, each in ways if words.is_known(each.value)]
    distances = Table(
        _("Residents beyond a distance of the nearest hospital"),
        (_("As the crow flies"), _("Residents beyond"), _("Of all residents")),
        tuple(_line(km, people, share) for km, (people, share) in zip(_KM, hospitals, strict=True)),
        right=(1, 2),
    )
    figures = [each for pair in hospitals for each in pair] + [each for _service, each in ways]
    places = [each for row in known for each in row.source_ids]
    return Section(
        "reach", _("How far is it to services?"),
        (_hospital_words(hospitals[_KM.index(20)]), *_way_words(ways),
         *_unknown_words(ways)),
        tables=(distances,) if words.is_known(hospitals[0][1].value) else (),
        figures=tuple(figures),
        links=(Link(_("Hospitals on the page Figures"), page("figures", at, level)),
               Link(_("Every service on the page Reach"), page("reach", at, level))),
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
    percent = f"{_range(low, high)}{_PC}" if words.is_known(share.value) else _("unknown")
    count = words.short(people.value) if words.is_known(people.value) else _("unknown")
    return (_("more than {km} km", km=km), count, percent)


def _range(low: float, high: float) -> str:
    first, last = words.rate(low), words.rate(high)
    return first if first == last else _("{first} to {last}", first=first, last=last)


def _hospital_words(found: tuple[Figure, Figure]) -> str:
    people, share = found
    if not words.is_known(share.value):
        return _("**Unknown** how many residents have no hospital within 20 km.")
    if share.upper == 0:
        return _("**Every resident has a hospital within 20 km**, as the crow flies.")
    return _(
        "**{share} of residents**, {count} people, have no hospital within 20 km.",
        share=f"{_range(share.lower, share.upper)}{_PC}", count=words.short(people.value),
    )  # fmt: skip


def _ways(dataset: Dataset, at: str, level: int) -> Iterator[tuple[str, Figure]]:
    """The nearest place of each service there are places of, and the mean way, as on Reach."""
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
        place = place_of(str(service))
        yield place, Figure(
            f"Mean way to the nearest {place}", "km",
            km if complete else NAN, NAN, NAN if complete else km, "residents",
            obs_status=("E" if complete else "U") if known else "L",
            evidence=made if known else "", answer="" if complete else "at most",
            source_ids=tuple(str(each) for each in inside.index[:5]) if known else (),
            page=page("reach", at, level, **{"for": str(service), "show": DISTANCE}),
        )  # fmt: skip


def _way_words(ways: list[tuple[str, Figure]]) -> list[str]:
    told = [
        _("{km} km to the nearest {place}", km=words.rate(each.value), place=place)
        for place, each in ways if words.is_known(each.value)
    ]  # fmt: skip
    if not told:
        return []
    return [_("On average residents have {ways}, by detours of 1.3.", ways=words.listed(told))]


def _unknown_words(ways: list[tuple[str, Figure]]) -> list[str]:
    lines = [
        _(
            "At most {km} km to the nearest known {place}: not all places are on record.",
            km=words.rate(each.upper), place=place,
        )
        for place, each in ways if words.is_known(each.upper) and not words.is_known(each.value)
    ]  # fmt: skip
    if nothing := [place for place, each in ways if each.obs_status == "L"]:
        lines.append(
            _(
                "**Unknown** how far it is to a {places}: none is on record around here.",
                places=words.listed(nothing),
            )
        )
    return lines
