"""Who lives in a territory, and who of them came to seek protection."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from analysis import need
from ui import words
from ui.gap_words import span
from ui.language import Words, _, later
from ui.store import Dataset, ask
from ui.table import status_of
from ui.territory.asking import number, sources, text
from ui.territory.counted import Counted
from ui.territory.model import Figure, Link, Section, Table

Row = Mapping[Hashable, Any]
ALL = "all_protection"
_METHODS = Words(
    {
        "shared": "the national figure shared out between keys",
        "summed": "the sum of the territories inside",
        "combined": "two counts that share nobody, added",
    }
)
_HEADS = (
    later("Who is counted"), later("People"), later("Per 1,000 residents"), later("Date"),
    later("How it is known"),
)  # fmt: skip


def people(dataset: Dataset, at: str, region: Row, published: list[Counted]) -> Section:
    """Residents, and newcomers by group; groups overlap and are never added here."""
    found = ask(dataset, "territory_need", territory_id=at)
    order = [ALL, "pending_and_temporary", *need.BY_ID]
    known = [row for key in order for row in _rows(found, key)]
    known = [row | {"label": _named(row, found)} for row in known]
    figures = [_residents(region), *(_figure(row, at) for row in known)]
    table = Table(
        _("Newcomers by group; groups overlap"), tuple(map(_, _HEADS)),
        tuple(_line(row, region) for row in known), right=(1, 2),
    )  # fmt: skip
    return Section(
        "people", _("Who lives here, and who came to seek protection?"),
        tuple(each for each in (_home(region), _need(known, region)) if each),
        tables=(table,) if known else (),
        figures=tuple(figures),
        links=(Link(_("Every count and year"), f"data?take=table.need&territory_id={at}"),),
        note=_note(known, published),
    )  # fmt: skip


def label_of(need_id: str) -> str:
    """A definition of need as readers know it."""
    return _(need.COMBINED_LABELS.get(need_id) or need.BY_ID[need_id].label)


def _named(row: Row, found: pd.DataFrame) -> str:
    """A definition of need; a sum says which part of it is of another date in its year."""
    need_id, period = str(row["need_id"]), text(row, "period")
    parts = found[found["need_id"].isin(need.COMBINED.get(need_id, ())) & found["value"].notna()]
    said = label_of(need_id)
    for part in parts.to_dict("records"):
        if str(part["period"]).startswith(f"{period}-"):
            said = _(
                "{counted}, with {group} of {date}",
                counted=said, group=words.GROUP_WORDS[str(part["group_id"])],
                date=words.day(str(part["period"])),
            )  # fmt: skip
    return said


def _note(known: list[dict[Hashable, Any]], published: list[Counted]) -> str:
    """What an interval is, and the counts of the same groups that are published here."""
    shared = {str(row["group_id"]) for row in known if text(row, "method") == "shared"}
    if not shared:
        return ""
    here = [
        f"{words.number(number(each.row, 'value'))} ({words.escaped(_(each.label))}, "
        f"{words.day(text(each.row, 'period'))})"
        for each in published if each.kind == "need" and each.group_id in shared
        and each.unit == "persons"
    ]  # fmt: skip
    if not here:
        return _(
            "An interval is what stated keys leave open; nobody publishes these regional counts."
        )
    return _(
        "An interval is what stated keys leave open. Counted for the territory itself: {counts}.",
        counts=words.listed(here),
    )


def interval(row: Row) -> tuple[float, float]:
    """Both ends of a number; the number itself where it has none."""
    value = number(row, "value")
    low, high = number(row, "lower"), number(row, "upper")
    return (low if words.is_known(low) else value), (high if words.is_known(high) else value)


def _rows(found: Any, key: str) -> list[dict[Hashable, Any]]:
    rows = found[(found["need_id"] == key) & found["value"].notna()]
    return list(rows.to_dict("records"))


def _residents(region: Row) -> Figure:
    evidence = "published" if words.is_known(region["residents"]) else ""
    return Figure(
        "Residents", "persons", number(region, "residents"),
        period=text(region, "residents_period"),
        group_id="residents", obs_status=text(region, "residents_status") or "L",
        evidence=evidence, source_ids=("residents",),
    )  # fmt: skip


def _figure(row: Row, at: str) -> Figure:
    return Figure(
        str(row["label"]), "persons", number(row, "value"), number(row, "lower"),
        number(row, "upper"), str(row["group_id"]), text(row, "period"), text(row, "obs_status"),
        text(row, "evidence"), source_ids=sources(row["source_id"]),
        page=f"data?take=table.need&territory_id={at}",
    )  # fmt: skip


def _home(region: Row) -> str:
    """Residents and how densely they live."""
    if not words.is_known(region["residents"]):
        return _("**Unknown** how many people live here: no source in this dataset says it.")
    residents = number(region, "residents")
    told = {"count": words.short(residents), "year": region["residents_period"]}
    area = number(region, "area_km2")
    if area > 0:
        return _(
            "**{count} people** live here (1 January {year}), {density} for each km².",
            **told, density=words.number(residents / area),
        )  # fmt: skip
    return _("**{count} people** live here (1 January {year}).", **told)


def _need(known: list[dict[Hashable, Any]], region: Row) -> str:
    """How many need protection, against residents."""
    rows = [row for row in known if row["need_id"] == ALL]
    if not rows:
        return _("**Unknown** how many people who need protection live here: nobody publishes it.")
    low, high = interval(rows[0])
    per_1000 = rate(low, high, number(region, "residents"))
    told = {"count": span(low, high), "date": words.day(text(rows[0], "period"))}
    if not per_1000:
        return _("**{count} people** need protection or have been granted it ({date}).", **told)
    return _(
        "**{count} people** need protection or have been granted it ({date}): {rate} of every "
        "1,000 residents.",
        **told, rate=per_1000,
    )  # fmt: skip


def rate(low: float, high: float, residents: float) -> str:
    """People per 1,000 residents, as an interval; '' where residents are unknown."""
    if not residents > 0:
        return ""
    first, last = words.rate(low / residents * 1000), words.rate(high / residents * 1000)
    return first if first == last else _("{first} to {last}", first=first, last=last)


def _line(row: Row, region: Row) -> tuple[str, ...]:
    low, high = interval(row)
    status = status_of(text(row, "obs_status"), text(row, "evidence"))
    method = _METHODS.get(text(row, "method"), "")
    known = f"{status}: {method}" if method else status
    per_1000 = rate(low, high, number(region, "residents"))
    date = words.day(text(row, "period"))
    return (str(row["label"]), span(low, high), per_1000 or _("unknown"), date, known)
