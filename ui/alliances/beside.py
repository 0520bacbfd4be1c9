"""What stands beside a shortage: whom to ask first, and one territory with its neighbours."""

from analysis.gap import CANNOT_TELL, NO_BENCHMARK, NO_NEED, SHORT, UNKNOWN
from ui import words
from ui.alliances import say
from ui.alliances.drawn import span
from ui.alliances.known import Alliances
from ui.gap_words import supply_words

_PARTNERS = 4


def asking(view: Alliances, most: int = 3) -> list[str]:
    """Whom to ask first: territories without an answer beside a shortage left open."""
    standard, unit = view.ledger.choice.standard, view.ledger.unit()
    wanted = {NO_NEED: "how many people need it", NO_BENCHMARK: "a norm"}
    asks = view.asks.join(view.ledger.rows[["country", "missing"]])
    said = []
    # Regions of one country beside the same shortage are asked together.
    for _, some in asks.groupby(["country", "missing", "beside"], sort=False):
        country, missing = some["country"].iloc[0], some["missing"].iloc[0]
        codes = [str(code) for code in some["beside"].iloc[0]]
        what = wanted.get(str(missing), f"the number of {supply_words(standard)}")
        whom = _several(view, list(some.index))
        if not (len(some) == 1 and whom == words.country(str(country))):
            whom = f"{whom} ({words.country(str(country))})"
        left = words.short(float(some["left_open"].iloc[0]))
        said.append(
            f"{whom}: {what}. Next door, in {_several(view, codes)}, {left} {unit} are "
            "missing for sure."
        )
    return said[:most]


def _several(view: Alliances, codes: list[str]) -> str:
    """Up to three territories by name; more by the first two and a number."""
    names = [words.escaped(view.name(code)) for code in codes]
    if len(names) > 3:
        names = [*names[:2], f"{words.number(len(names) - 2)} more"]
    return words.listed(names)


def of_territory(view: Alliances, at: str) -> list[str]:
    """What is known of one territory and its neighbours, in sentences."""
    row = view.found.loc[[at]].iloc[0].to_dict()
    answer = str(view.ledger.rows.loc[at, "answer"])
    unit = view.ledger.unit()
    lead = {
        UNKNOWN: "**Unknown**: a figure is missing here, so it is nobody's surplus.",
        SHORT: f"**Short by {span(row['shortage_lower'], row['shortage_upper'])} {unit}**"
        f"{_of(view, at)}.",
        CANNOT_TELL: f"**Cannot tell**: {span(0, row['surplus_upper'])} {unit} more than asked "
        f"for, or {span(0, row['shortage_upper'])} too few{_of(view, at)}.",
    }
    over = "beyond what is asked" if view.receives else "to spare"
    said = [
        lead.get(answer)
        or f"**Enough, with {span(row['surplus_lower'], row['surplus_upper'])} {unit} {over}**"
        f"{_of(view, at)}."
    ]
    if at in view.doubts.index:
        said.append(_newer(view, at))
    lines = len(said)
    for side in ("short_id", "helper_id"):
        partners = view.shares[view.shares[side] == at].head(_PARTNERS)
        said += [say.pair(view, row) for row in partners.to_dict("records")]
    around = view.links[view.links["territory_id"] == at]["neighbour_id"]
    if around.empty:
        return [*said, "It has no neighbour in this view."]
    silent = around[view.found.loc[around, "shortage_lower"].isna().to_numpy()]
    if len(said) == lines:
        said.append(f"None of its {words.count_of(len(around), 'neighbour')} is known to fit it.")
    if len(silent):
        said.append(f"Unknown among its neighbours: {_several(view, list(silent))}.")
    return said


def _of(view: Alliances, at: str) -> str:
    """When the figures of a territory are of: ', by supply of 2021 and need of 2022'."""
    row = view.ledger.rows.loc[at]
    parts = [
        f"{label} of {words.day(str(row[column]))}"
        for label, column in (("supply", "capacity_period"), ("need", "period"))
        if words.is_known(row[column])
    ]
    return f", by {words.listed(parts)}" if parts else ""


def _newer(view: Alliances, at: str) -> str:
    """That a newer need of the same territory is above its places."""
    doubt = view.doubts.loc[[at]].iloc[0].to_dict()
    need, when = words.number(doubt["newer_need"]), words.day(str(doubt["newer_period"]))
    how = words.EVIDENCE[str(doubt["newer_evidence"])]
    return (
        f"Not sure to be there still: need of {when} is {need} people ({how}), more than this "
        "supply would cover."
    )
