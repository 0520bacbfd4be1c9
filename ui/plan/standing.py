"""Where each point of the plan stands: a sentence, and how much of it is known."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ui import words
from ui.plan.known import Count, Facts
from ui.words import count_of, number

_ACTOR_TYPES, _SERVICES = 7, 11
_APPLICANTS = "a place for every asylum applicant with a pending case"


@dataclass(frozen=True)
class Standing:
    """A sentence on a point, and the share of it that is known: `known` of `whole` `noun`s."""

    sentence: str
    known: int
    whole: int
    noun: str
    source_ids: tuple[str, ...] = field(default=())
    # Of a list that nobody calls complete: a full bar says nothing of what is not on it.
    on_record: bool = False

    @property
    def share(self) -> float:
        """The part that is known, 0 to 1; 0 where there is nothing to know it of."""
        return self.known / self.whole if self.whole else 0.0


def standing(point_id: str, facts: Facts) -> Standing:
    """Where a point stands in the dataset in view. Raises KeyError for a point without one."""
    return _OF[point_id](facts)


def _vision(facts: Facts) -> Standing:
    countries, regions = facts.count("places_countries"), facts.count("places_regions")
    return Standing(
        f"How many reception places there are is known for {_of(countries.known, facts.countries)}"
        f" countries and {_of(regions.known, facts.regions)} regions.",
        countries.known, facts.countries, "country", _sources(countries, regions),
    )  # fmt: skip


def _reception(facts: Facts) -> Standing:
    state = facts.state
    short, met = state.answers("short"), state.answers("met")
    open_ = state.answers("cannot tell")
    unknown = state.answers("unknown")
    undecided = f", for {number(open_)} the interval decides nothing" if open_ else ""
    answered = state.ledger.answered("short", "met")["period"].dropna().str[:4]
    years = f" Need of {answered.min()} to {answered.max()}." if len(answered) else ""
    return Standing(
        f"Measured by {_APPLICANTS}: {number(short)} countries are short, {number(met)} have "
        f"enough{undecided}, {number(unknown)} are unknown.{years}",
        short + met, short + met + open_ + unknown, "country", _ledger_sources(facts),
    )  # fmt: skip


def _equally(facts: Facts) -> Standing:
    places = facts.count("places_regions")
    rest = facts.regions - places.known
    return Standing(
        f"Places are known in {_of(places.known, facts.regions)} regions; in {number(rest)} nobody "
        "can say whether capacity grows more equally.",
        places.known, facts.regions, "region", places.source_ids,
    )  # fmt: skip


def _comprehensive(facts: Facts) -> Standing:
    terms, regions = facts.count("service_terms"), facts.count("service_regions")
    return Standing(
        f"Of {_SERVICES} services, {number(terms.known)} are known to exist somewhere; three or "
        f"more besides hospitals in {_of(regions.known, facts.regions)} regions.",
        regions.known, facts.regions, "region", _sources(terms, regions),
    )  # fmt: skip


def _partnership(facts: Facts) -> Standing:
    organisations, work = facts.count("organisations"), facts.count("work_regions")
    return Standing(
        f"{_capital(count_of(organisations.known, 'organisation'))} "
        f"{_are(organisations.known)} known, at work in {_of(work.known, facts.regions)} regions.",
        min(work.known, facts.regions), facts.regions, "region", _sources(organisations, work),
    )  # fmt: skip


def _sponsorship(facts: Facts) -> Standing:
    schemes, countries = facts.count("schemes"), len(facts.scheme_countries)
    return Standing(
        f"{_capital(count_of(schemes.known, 'scheme'))} {_are(schemes.known)} known, in "
        f"{_of(countries, facts.countries)} countries.",
        countries, facts.countries, "country", schemes.source_ids,
    )  # fmt: skip


def _coherence(facts: Facts) -> Standing:
    amif, rows, paid = (facts.count(f) for f in ("amif_countries", "funding_rows", "funding_paid"))
    return Standing(
        f"AMIF amounts are known for {count_of(amif.known, 'country')}; what was paid out for "
        f"{_of(paid.known, rows.known)} amounts.",
        paid.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def _multilevel(facts: Facts) -> Standing:
    types, lists = facts.count("actor_types"), facts.count("complete_lists")
    ends = (
        "no list says that it is complete, so nobody can be called missing"
        if not lists.known
        else f"{count_of(lists.known, 'list')} {_say(lists.known)} that they are complete"
    )
    return Standing(
        f"Actors of {_of(types.known, _ACTOR_TYPES)} types are known by name; {ends}.",
        types.known, _ACTOR_TYPES, "type of actor", _sources(types, lists),
    )  # fmt: skip


def _decisions(facts: Facts) -> Standing:
    bodies, seats = facts.count("bodies"), facts.count("bodies_seats")
    return Standing(
        f"{_capital(count_of(bodies.known, 'body'))} with newcomers {_are(bodies.known)} on "
        f"record; how many seats newcomers hold is known for {_some(seats.known)}.",
        seats.known, bodies.known, "body", bodies.source_ids, on_record=True,
    )  # fmt: skip


def _more_sponsorship(facts: Facts) -> Standing:
    short, there = facts.short, facts.short & facts.scheme_countries
    return Standing(
        f"Of {count_of(len(short), 'country')} short of reception places, {_some(len(there))} "
        f"{'has' if len(there) == 1 else 'have'} a sponsorship scheme that is known.",
        len(there), len(short), "country short of places", facts.count("schemes").source_ids,
        on_record=True,
    )  # fmt: skip


def _access(facts: Facts) -> Standing:
    rows, told = facts.count("funding_rows"), facts.count("funding_recipient")
    return Standing(
        f"Who received the money is known for {_of(told.known, rows.known)} amounts.",
        told.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def _codesign(facts: Facts) -> Standing:
    held, outcome = facts.count("consultations"), facts.count("consultations_outcome")
    return Standing(
        f"{_capital(count_of(held.known, 'consultation'))} {_are(held.known)} on record; what "
        f"became of it is told for {_some(outcome.known)}.",
        outcome.known, held.known, "consultation", held.source_ids, on_record=True,
    )  # fmt: skip


def _digital(facts: Facts) -> Standing:
    services, effect = facts.count("digital"), facts.count("digital_effect")
    began, languages = facts.count("digital_began"), facts.count("digital_languages")
    return Standing(
        f"{_capital(count_of(services.known, 'service'))} {_are(services.known)} known; "
        f"{_some(began.known)} say that they began in 2020 or later, {_some(languages.known)} "
        f"in which languages they are, {_some(effect.known)} what they achieved.",
        effect.known, services.known, "service", services.source_ids, on_record=True,
    )  # fmt: skip


def _settlement(facts: Facts) -> Standing:
    counted, both = facts.state.counted, facts.state.both
    apart = counted[~counted.index.isin(both.index)]
    return Standing(
        f"{words.short(float(apart['need'].sum()))} people who need or have protection live in "
        f"{count_of(len(apart), 'country')} for which no total of reception places is known."
        if len(counted)
        else "Nobody counts the people who need or have protection.",
        len(both), len(counted), "country",
        tuple(str(each) for each in counted["need_source_id"].dropna().unique()),
    )  # fmt: skip


def _durable(facts: Facts) -> Standing:
    groups = ("unaccompanied_children", "victims_of_torture", "victims_of_trafficking")
    exists = [facts.count(f"{group}_exists") for group in groups]
    lasting = [facts.count(f"{group}_durable") for group in groups]
    children, torture, trafficking = (each.known for each in exists)
    most = max(each.known for each in lasting)
    ends = "nowhere" if not most else f"in up to {number(most)} countries"
    return Standing(
        f"A service of their own is known for unaccompanied children in {_some(children)} of "
        f"{number(facts.countries)} countries, for victims of torture in {_some(torture)}, of "
        f"trafficking in {_some(trafficking)}. How many got protection that lasts is known {ends}.",
        most, facts.countries, "country", _sources(*exists, *lasting),
    )  # fmt: skip


_OF: dict[str, Callable[[Facts], Standing]] = {
    "vision": _vision,
    "reception": _reception,
    "equally": _equally,
    "comprehensive": _comprehensive,
    "partnership": _partnership,
    "sponsorship": _sponsorship,
    "coherence": _coherence,
    "multilevel": _multilevel,
    "decisions": _decisions,
    "more_sponsorship": _more_sponsorship,
    "access": _access,
    "codesign": _codesign,
    "digital": _digital,
    "settlement": _settlement,
    "durable": _durable,
}


def _some(known: int) -> str:
    return number(known) if known else "none"


def _of(known: int, whole: int) -> str:
    return f"{_some(known)} of {number(whole)}"


def _are(known: int) -> str:
    return "is" if known == 1 else "are"


def _say(known: int) -> str:
    return "says" if known == 1 else "say"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sources(*counts: Count) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for count in counts for each in count.source_ids))


def _ledger_sources(facts: Facts) -> tuple[str, ...]:
    rows = facts.state.ledger.rows
    ids = [*rows["need_source_id"].dropna(), *rows["capacity_source_id"].dropna()]
    return tuple(dict.fromkeys(str(each) for each in ids))
