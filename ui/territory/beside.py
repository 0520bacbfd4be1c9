"""A territory beside its neighbours: residents, need, and whether reception is short there."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ui import words
from ui.address import link
from ui.compare.context import facts_of
from ui.compare.peers import EVERY, peers_of, why
from ui.gap_words import span
from ui.language import _, later, n_, plural
from ui.store import Dataset, ask
from ui.territory.asking import number, page
from ui.territory.model import Link, Neighbour, Section, Table
from ui.territory.people import ALL, interval, rate

Row = dict[Hashable, Any]
_HEADS = (
    later("Territory"), later("Residents"), later("Need protection"),
    later("Per 1,000 residents"),
)  # fmt: skip
_MOST, _MOST_PEERS = 6, 4

# On how many territories a country or a region borders, and on how many in other countries.
_BORDERS = {
    (False, False): plural(
        "It borders on **{count} territory**.", "It borders on **{count} territories**."
    ),
    (True, False): plural(
        "It borders on **{count} territory**, all in its own country.",
        "It borders on **{count} territories**, all in its own country.",
    ),
    (False, True): plural(
        "It borders on **{count} territory**: {countries}.",
        "It borders on **{count} territories**: {countries}.",
    ),
    (True, True): plural(
        "It borders on **{count} territory**, {abroad} of them across a border of countries: "
        "{countries}.",
        "It borders on **{count} territories**, {abroad} of them across a border of countries: "
        "{countries}.",
    ),
}


def beside(
    dataset: Dataset, at: str, level: int, name: str, found: tuple[Neighbour, ...]
) -> Section:
    """Neighbours and peers in a table each, the territory itself first."""
    alike = peers_of(dataset, at)
    near = [each.territory_id for each in found[:_MOST]]
    peers = [str(code) for code in alike.index[:_MOST_PEERS]]
    tables = [
        Table(caption, tuple(map(_, _HEADS)),
              tuple(_line(dataset, code, code == at) for code in [at, *codes]),
              right=(1, 2, 3))
        for caption, codes in (
            (_("{place} and the territories beside it", place=name), near),
            (_("{place} and the territories most like it", place=name), peers),
        )
        if codes
    ]  # fmt: skip
    return Section(
        "neighbours", _("How is it beside its neighbours and peers?"),
        (_who(found, at), *_alike(dataset, at, alike.head(_MOST_PEERS))),
        tables=tuple(tables),
        links=(Link(_("The same on the map"), page("gaps", at, level, show="need")),),
        note=_(
"Beside it: outlines share a border, or lie within 100 km over water; peers: "
"alike in context, whatever their capacity."),
    )  # fmt: skip


def _who(found: tuple[Neighbour, ...], at: str) -> str:
    """How many are beside it, and how many of them across a border of countries."""
    if not found:
        return _("No other territory of this map lies beside it, or within 100 km over water.")
    if found[0].km:
        named = [f"{words.escaped(each.name)} ({words.number(each.km)} km)" for each in found]
        return _(
            "No land border: the nearest over water are {territories}.",
            territories=words.listed(named),
        )
    abroad = [each for each in found if each.country != at[:2]]
    codes = dict.fromkeys(each.country for each in abroad)
    countries = words.countries([*codes]) if abroad else ""
    parts = {"count": words.counted(len(found)), "abroad": len(abroad), "countries": countries}
    return n_(*_BORDERS[len(at) > 2, bool(abroad)], len(found), **parts)


def _alike(dataset: Dataset, at: str, rows: pd.DataFrame) -> list[str]:
    """Whom the territory is most like, and in what it is most like the first."""
    if rows.empty:
        return [_("Which territories are like it cannot be told: too few facts are known.")]
    names = words.listed(
        [
            f"{words.escaped(str(row['name']))} ({words.country(str(row['country']))})"
            if row["level"] else words.country(str(row["country"]))
            for row in rows.to_dict("records")
        ]
    )  # fmt: skip
    own = facts_of(dataset, int(rows["level"].iloc[0])).loc[[at]].iloc[0]
    reason = why(rows.iloc[0], own, EVERY)
    return [
        _("Most like it in context are {names}. The first: {reason}", names=names, reason=reason)
    ]


def _line(dataset: Dataset, code: str, own: bool) -> tuple[str, ...]:
    need = ask(dataset, "territory_need", territory_id=code)
    rows = need[(need["need_id"] == ALL) & need["value"].notna()].to_dict("records")
    regions = ask(dataset, "region").set_index("territory_id")
    name = words.escaped(words.places(regions.loc[[code]])[0])
    shown = f"**{name}**" if own else f"[{name}]({link(f'territory?at={code}')})"
    residents = number(regions.loc[[code]].iloc[0].to_dict(), "residents")
    count = words.short(residents) if residents > 0 else _("unknown")
    if not rows:
        return (shown, count, _("unknown"), _("unknown"))
    low, high = interval(rows[0])
    per = rate(low, high, residents) or _("unknown")
    return (shown, count, span(low, high), per)
