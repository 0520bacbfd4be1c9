"""What a stress test supposes: who comes, how long they stay, and what stands in for places."""

from analysis.stress.arrivals import FIRST_MONTH
from analysis.stress.saturation import UNKNOWN
from analysis.stress.shares import known_key
from ui import words
from ui.language import _
from ui.stress.answers import stands_in
from ui.stress.asked import CUSTOM, LIKE, OWN
from ui.stress.months import months_of
from ui.stress.tested import Stress
from ui.stress.today import SUPPOSED
from ui.stress.words import shock, terms
from ui.words import country, is_known


def supposed(stress: Stress) -> str:
    """The quiet line: who comes, what is supposed, and what stands in for places."""
    choice = stress.choice
    parts = [shock(stress.dataset, choice), terms(choice, stress.rows)]
    rows = stress.rows
    held = rows[stands_in(rows) & rows["answer"].ne(UNKNOWN)]
    if len(held):
        who = words.countries([str(each) for each in held["country"].unique()])
        parts.append(
            _(
                "Nobody publishes the places of {countries} by territory: the most people hosted "
                "at once stand in, an estimate. There is room for at least that many, so no "
                "territory is full before the week shown.",
                countries=who,
            )
        )
    if replaced := _other_key(stress):
        parts.append(replaced)
    if rows["people_known_as"].eq(SUPPOSED).any():
        parts.append(_("Where people are unknown, your supposition stands in for them."))
    begins = _begins_later(stress)
    return " ".join([*parts, begins] if begins else parts)


def _other_key(stress: Stress) -> str:
    """Where residents are the key instead of the people hosted that the reader chose."""
    if stress.choice.key not in ("hosted", "mix"):
        return ""
    by_hosted = known_key(stress.rows["people"].to_numpy(float), stress.coming.pool)
    replaced = stress.rows[stress.known & ~by_hosted]
    if replaced.empty:
        return ""
    if stress.choice.shock.kind == CUSTOM:
        return _(
            "People hosted are not known everywhere that is looked at, so people are shared out "
            "there by residents instead."
        )
    return _(
        "People hosted are not known everywhere in {countries}, so people are shared out there by "
        "residents instead.",
        countries=words.countries([str(each) for each in replaced["country"].unique()]),
    )


def _begins_later(stress: Stress) -> str:
    """Countries whose series begins after March 2022: their worst month may be missing."""
    asked = stress.choice.shock
    if asked.kind not in (OWN, LIKE):
        return ""
    months = months_of(stress.dataset)
    codes = [str(each) for each in stress.rows.loc[stress.known, "country"].unique()]
    if asked.kind == LIKE:
        codes = [asked.like]
    late = months.reindex(codes)
    late = late[(late["begins"] > FIRST_MONTH) & late["worst"].map(is_known)]
    if late.empty:
        return ""
    names = words.listed([country(str(code)) for code in late.index[:4]])
    return _(
        "The series of {countries} begins after March 2022, so a worse month may be missing.",
        countries=names,
    )
