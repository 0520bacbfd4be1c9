"""A territory beside its neighbours: residents, need, and whether reception is short there."""

from collections.abc import Hashable
from typing import Any

from ui import words
from ui.address import link
from ui.gap_words import span
from ui.store import Dataset, ask
from ui.territory.asking import number, page
from ui.territory.model import Link, Neighbour, Section, Table
from ui.territory.people import ALL, interval

Row = dict[Hashable, Any]
_HEADS = ("Territory", "Residents", "Need protection", "Per 1,000 residents")
_MOST = 10


def beside(
    dataset: Dataset, at: str, level: int, name: str, found: tuple[Neighbour, ...]
) -> Section:
    """The neighbours in a table, the territory itself first."""
    title = "How is it beside its neighbours?"
    if not found:
        return Section("neighbours", title, ("No territory of this map lies beside it.",))
    regions = ask(dataset, "region").set_index("territory_id")
    shown = [at, *(each.territory_id for each in found[:_MOST])]
    lines = tuple(_line(dataset, code, regions.loc[[code]].iloc[0].to_dict(), code == at)
                  for code in shown)  # fmt: skip
    return Section(
        "neighbours", title, (_who(found, at),),
        tables=(Table(f"{name} and the territories beside it", _HEADS, lines, right=(1, 2, 3)),),
        links=(Link("The same on the map", page("gaps", at, level, show="need")),),
        note="Beside it: outlines on the map share a border line; over water: at most 150 km apart.",
    )  # fmt: skip


def _who(found: tuple[Neighbour, ...], at: str) -> str:
    """How many are beside it, and how many of them across a border of countries."""
    if found[0].km:
        named = [f"{words.escaped(each.name)} ({words.number(each.km)} km)" for each in found]
        return f"No land border: the nearest over water are {words.listed(named)}."
    abroad = [each for each in found if each.country != at[:2]]
    said = f"It borders on **{words.count_of(len(found), 'territory')}**"
    if not abroad:
        return f"{said}, all in its own country." if len(at) > 2 else f"{said}."
    countries = words.countries([*dict.fromkeys(each.country for each in abroad)])
    if len(at) == 2:
        return f"{said}: {countries}."
    across = words.count_of(len(abroad), "territory")
    return f"{said}, {across} across a border of countries: {countries}."


def _line(dataset: Dataset, code: str, region: Row, own: bool) -> tuple[str, ...]:
    need = ask(dataset, "territory_need", territory_id=code)
    rows = need[(need["need_id"] == ALL) & need["value"].notna()].to_dict("records")
    country = words.country(str(region["country"]))
    name = f"{words.escaped(str(region['name']))}, {country}" if len(code) > 2 else country
    shown = f"**{name}**" if own else f"[{name}]({link(f'territory?at={code}')})"
    residents = number(region, "residents")
    count = words.short(residents) if residents > 0 else "unknown"
    if not rows:
        return (shown, count, "unknown", "unknown")
    low, high = interval(rows[0])
    per = span(low / residents * 1000, high / residents * 1000) if residents > 0 else "unknown"
    return (shown, count, span(low, high), per)
