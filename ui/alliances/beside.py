"""What stands beside a shortage: whom to ask first, and one territory with its neighbours."""

from analysis.gap import CANNOT_TELL, NO_BENCHMARK, NO_NEED, SHORT, UNKNOWN
from ui import words
from ui.alliances import say
from ui.alliances.drawn import span
from ui.alliances.known import Alliances
from ui.gap_words import supply_words
from ui.language import _, n_

_PARTNERS = 4


def asking(view: Alliances, most: int = 3) -> list[str]:
    """Whom to ask first: territories without an answer beside a shortage left open."""
    standard, unit = view.ledger.choice.standard, view.unit()
    wanted = {NO_NEED: _("how many people need it"), NO_BENCHMARK: _("a norm")}
    asks = view.asks.join(view.ledger.rows[["country", "missing"]])
    said = []
    # Regions of one country beside the same shortage are asked together.
    for _key, some in asks.groupby(["country", "missing", "beside"], sort=False):
        country, missing = some["country"].iloc[0], some["missing"].iloc[0]
        codes = [str(code) for code in some["beside"].iloc[0]]
        what = wanted.get(str(missing)) or _(
            "the number of {supply}", supply=supply_words(standard)
        )
        whom = _several(view, list(some.index))
        if not (len(some) == 1 and whom == words.country(str(country))):
            whom = f"{whom} ({words.country(str(country))})"
        said.append(
            _(
                "{whom}: {what}. Next door, in {where}, {left} {unit} are missing for sure.",
                whom=whom, what=what, where=_several(view, codes), unit=unit,
                left=words.short(float(some["left_open"].iloc[0])),
            )
        )  # fmt: skip
    return said[:most]


def _several(view: Alliances, codes: list[str]) -> str:
    """Up to three territories by name; more by the first two and a number."""
    names = [words.escaped(view.name(code)) for code in codes]
    if len(names) > 3:
        more = len(names) - 2
        names = [*names[:2], n_("{count} more", "{count} more", more)]
    return words.listed(names)


def of_territory(view: Alliances, at: str) -> list[str]:
    """What is known of one territory and its neighbours, in sentences."""
    answer = str(view.ledger.rows.loc[at, "answer"])
    said = [_lead(view, at, answer)]
    if at in view.doubts.index:
        said.append(_newer(view, at))
    lines = len(said)
    for side in ("short_id", "helper_id"):
        partners = view.shares[view.shares[side] == at].head(_PARTNERS)
        said += [say.pair(view, row) for row in partners.to_dict("records")]
    around = view.links[view.links["territory_id"] == at]["neighbour_id"]
    if around.empty:
        return [*said, _("It has no neighbour in this view.")]
    silent = around[view.found.loc[around, "shortage_lower"].isna().to_numpy()]
    if len(said) == lines:
        said.append(
            n_(
                "None of its {count} neighbour is known to fit it.",
                "None of its {count} neighbours is known to fit it.",
                len(around), count=words.counted(len(around)),
            )
        )  # fmt: skip
    if len(silent):
        whom = _several(view, list(silent))
        said.append(_("Unknown among its neighbours: {whom}.", whom=whom))
    return said


def _lead(view: Alliances, at: str, answer: str) -> str:
    """Whether a territory is short or has enough, and by how much."""
    if answer == UNKNOWN:
        return _("**Unknown**: a figure is missing here, so it is nobody's surplus.")
    row, unit, of = view.found.loc[[at]].iloc[0].to_dict(), view.unit(), _of(view, at)
    lack = span(row["shortage_lower"], row["shortage_upper"])
    if answer == SHORT:
        return _("**Short by {lack} {unit}**{of}.", lack=lack, unit=unit, of=of)
    if answer == CANNOT_TELL:
        return _(
            "**Cannot tell**: {more} {unit} more than asked for, or {fewer} too few{of}.",
            more=span(0, row["surplus_upper"]), fewer=span(0, row["shortage_upper"]),
            unit=unit, of=of,
        )  # fmt: skip
    spare = span(row["surplus_lower"], row["surplus_upper"])
    if view.receives:
        return _(
            "**Enough, with {spare} {unit} beyond what is asked**{of}.",
            spare=spare, unit=unit, of=of,
        )  # fmt: skip
    return _("**Enough, with {spare} {unit} to spare**{of}.", spare=spare, unit=unit, of=of)


def _of(view: Alliances, at: str) -> str:
    """When the figures of a territory are of: ', by supply of 2021 and need of 2022'."""
    row = view.ledger.rows.loc[at]
    supply, need = (
        words.day(str(row[column])) if words.is_known(row[column]) else ""
        for column in ("capacity_period", "period")
    )
    if supply and need:
        return _(", by supply of {supply} and need of {need}", supply=supply, need=need)
    if supply:
        return _(", by supply of {supply}", supply=supply)
    return _(", by need of {need}", need=need) if need else ""


def _newer(view: Alliances, at: str) -> str:
    """That a newer need of the same territory is above its places."""
    doubt = view.doubts.loc[[at]].iloc[0].to_dict()
    need, when = words.number(doubt["newer_need"]), words.day(str(doubt["newer_period"]))
    how = words.EVIDENCE[str(doubt["newer_evidence"])]
    return _(
        "Not sure to be there still: need of {when} is {need} people ({how}), more than this "
        "supply would cover.",
        when=when, need=need, how=how,
    )  # fmt: skip
