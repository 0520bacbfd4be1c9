"""What to know before reading a map: levels, groups and residents that differ."""

from ui import words
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
    verb = "counts" if len(fewer) == 1 else "count"
    return f"{_capital(words.countries(fewer))} {verb} asylum applicants only."


def _residents_note(view: View) -> str | None:
    """Where figures are divided by residents of an earlier year."""
    known = view.known
    if view.choice.indicator.is_share or known.empty:
        return None
    later = known[known["period"].str[:4] > known["residents_period"].astype(str)]
    years = sorted(later["residents_period"].astype(str).unique())
    if not years:
        return None
    return f"Later figures are divided by the last residents there are, of {words.listed(years)}."


def _far_note(view: View) -> str | None:
    """Where territories of the countries chosen are drawn in the boxes below Europe."""
    if not view.choice.countries:
        return None
    boxes = tuple(ask(view.dataset, "map_inset")["territory_id"])
    if not view.rows.index.astype(str).str.startswith(boxes).any():
        return None
    return "Regions overseas and far islands are in the boxes below Europe: zoom out to see them."


def _level_note(view: View) -> str | None:
    """Which countries are drawn at a coarser level than asked for, and why."""
    coarser = view.coarser()
    if not coarser:
        return None
    asked = words.LEVEL_NOUN[view.choice.level]
    total = sum(len(codes) for codes in coarser.values())
    if total == view.known["country"].nunique() and list(coarser) == [0]:
        return (
            f"These figures are published for countries only. The map shows countries: a "
            f"national figure says nothing about {asked}."
        )
    parts = [
        f"{_named(codes)} {_drawn_as(level, len(codes))}"
        for level, codes in sorted(coarser.items())
    ]
    return (
        f"Not published for {asked} everywhere. Drawn at the level they are known at: "
        f"{'; '.join(parts)}."
    )


def _named(codes: list[str]) -> str:
    """Countries by name, as many as can be taken in; else how many they are."""
    if len(codes) > _MOST_NAMED:
        return words.count_of(len(codes), "country")
    return words.listed([words.country(code) for code in codes])


def _capital(sentence: str) -> str:
    """A sentence that begins with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def _drawn_as(level: int, countries: int) -> str:
    """How countries at a level are drawn: 'as a whole', 'by NUTS 1 region'."""
    if level == 0:
        return "as a whole" if countries == 1 else "each as a whole"
    return f"by NUTS {level} region"
