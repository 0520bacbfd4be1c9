"""What to know before reading a map: levels, groups and residents that differ."""

from ui import words
from ui.cased import begins
from ui.language import _, n_
from ui.store import ask
from ui.view import View

_MOST_NAMED = 14


def caveats(view: View) -> list[str]:
    """What to know before reading the map: levels, groups and residents that differ."""
    found = [_level_note(view), _group_note(view), _residents_note(view), _far_note(view)]
    return [note for note in found if note]


def _group_note(view: View) -> str | None:
    """Which countries count asylum applicants only, where others count everyone."""
    if view.choice.group_id != "reception":
        return None
    groups = view.known.groupby("country")["group_id"].agg(set)
    fewer = [str(code) for code in groups.index if groups[code] == {"asylum_applicants"}]
    if not fewer or len(fewer) == len(groups):
        return None
    return n_(
        "{countries} counts asylum applicants only.", "{countries} count asylum applicants only.",
        len(fewer), countries=begins(words.countries(fewer)),
    )  # fmt: skip


def _residents_note(view: View) -> str | None:
    """Where figures are divided by residents of an earlier year."""
    known = view.known
    if view.choice.indicator.is_share or known.empty:
        return None
    newer = known[known["period"].str[:4] > known["residents_period"].astype(str)]
    years = sorted(newer["residents_period"].astype(str).unique())
    if not years:
        return None
    return _(
        "Later figures are divided by the last residents there are, of {years}.",
        years=words.listed(years),
    )


def _far_note(view: View) -> str | None:
    """Where territories of the countries chosen are drawn in the boxes below Europe."""
    if not view.choice.countries:
        return None
    boxes = tuple(ask(view.dataset, "map_inset")["territory_id"])
    if not view.rows.index.astype(str).str.startswith(boxes).any():
        return None
    return _(
        "Regions overseas and far islands are in the boxes below Europe: zoom out to see them."
    )


def _level_note(view: View) -> str | None:
    """Which countries are drawn at a coarser level than asked for, and why."""
    coarser = view.coarser()
    if not coarser:
        return None
    asked = words.LEVEL_NOUN[view.choice.level]
    total = sum(len(codes) for codes in coarser.values())
    if total == view.known["country"].nunique() and list(coarser) == [0]:
        return _(
            "These figures are published for countries only. The map shows countries: a "
            "national figure says nothing about {territories}.",
            territories=asked,
        )
    parts = [_drawn_as(level, codes) for level, codes in sorted(coarser.items())]
    return _(
        "Not published for {territories} everywhere. Drawn at the level they are known at: "
        "{countries}.",
        territories=asked, countries="; ".join(parts),
    )  # fmt: skip


def _named(codes: list[str]) -> str:
    """Countries by name, as many as can be taken in; else how many they are."""
    if len(codes) > _MOST_NAMED:
        return words.count_of(len(codes), "country")
    return words.listed([words.country(code) for code in codes])


def _drawn_as(level: int, codes: list[str]) -> str:
    """Countries and how they are drawn: 'Malta as a whole', 'Italy by NUTS 1 region'."""
    named = _named(codes)
    if level == 0:
        return n_(
            "{countries} as a whole", "{countries} each as a whole", len(codes), countries=named
        )
    return _("{countries} by NUTS {level} region", countries=named, level=level)
