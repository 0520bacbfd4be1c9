"""What publishers count in a territory: each measure and group, as the other pages show it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.funnel_inputs import GROUPS
from ui import words
from ui.cased import begins
from ui.language import _, later, n_
from ui.store import Dataset, ask
from ui.table import status_of
from ui.territory.asking import number, page, sources, text
from ui.territory.model import Figure, Link, Section, Table

Row = Mapping[Hashable, Any]
HEADS = (later("What is counted"), later("Number"), later("Date"), later("How it is known"))
_MOST = 10
_CONTEXT = ("context", "key")


@dataclass(frozen=True)
class Counted:
    """A measure for a group in a territory: its words, and the figure the pages show."""

    measure_id: str
    group_id: str
    label: str
    unit: str
    kind: str
    dates: int
    row: Mapping[Hashable, Any]


def counted(dataset: Dataset, at: str) -> list[Counted]:
    """Every measure and group with a number here, those of most dates first.

    Each with the latest figure known of the territory itself; a map of its country may draw an
    older one, of a date that its regions share.
    """
    found = ask(dataset, "territory_measures", territory_id=at)
    return [_one(row) for row in found.to_dict("records")]


def _one(row: Row) -> Counted:
    names = ("measure_id", "group_id", "label", "unit", "kind")
    measure_id, group_id, label, unit, kind = (str(row[name]) for name in names)
    return Counted(measure_id, group_id, label, unit, kind, int(row["dates"]), row)


def published(found: list[Counted], at: str) -> Section:
    """What is counted of newcomers in general; vulnerable groups are told of apart."""
    rows = [each for each in found if each.kind not in _CONTEXT and each.group_id not in GROUPS]
    table = Table(
        _("Figures published for this territory itself"), tuple(map(_, HEADS)),
        tuple(line(each) for each in rows[:_MOST]), right=(1,),
    )  # fmt: skip
    said = (
        n_(
            "**{count} figure** on reception, services and participation are published for this "
            "territory itself.",
            "**{count} figures** on reception, services and participation are published for this "
            "territory itself.",
            len(rows), count=begins(words.counted(len(rows))),
        )
        if rows
        else _("**Nothing** on reception or services is published for this territory itself.")
    )  # fmt: skip
    more = (
        [_("The page Data has {count} more.", count=words.number(len(rows) - _MOST))]
        if len(rows) > _MOST
        else []
    )
    return Section(
        "published", _("What do publishers count here?"), (said, *more),
        tables=(table,) if rows else (),
        figures=tuple(figure(each, at) for each in rows),
        links=(Link(_("Every figure and date"), f"data?take=table.figure&territory_id={at}"),),
    )  # fmt: skip


def line(each: Counted) -> tuple[str, ...]:
    """A row of the table."""
    whom = words.GROUP_WORDS.get(each.group_id, each.group_id.replace("_", " "))
    status = status_of(text(each.row, "obs_status"), text(each.row, "evidence"))
    value, unit = number(each.row, "value"), each.unit
    shown = (
        f"{words.rate(value)}{words.THIN}%" if unit.startswith("percent") else words.number(value)
    )
    return (
        words.escaped(f"{_(each.label)}: {whom}"), shown,
        words.day(text(each.row, "period")), status,
    )  # fmt: skip


def figure(each: Counted, at: str, level: int = 2) -> Figure:
    """The figure to take away, with the page behind it."""
    address = f"data?take=table.figure&territory_id={at}&measure_id={each.measure_id}"
    if each.group_id in GROUPS:
        address = page("protection", at, level, whom=each.group_id, show=each.measure_id)
    return Figure(
        each.label, each.unit, number(each.row, "value"), number(each.row, "lower"),
        number(each.row, "upper"), each.group_id, text(each.row, "period"),
        text(each.row, "obs_status"), text(each.row, "evidence"),
        source_ids=sources(each.row["source_id"]), page=address,
    )  # fmt: skip
