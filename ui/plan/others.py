"""Where the points stand that were welcomed in the plan or are still urged."""

from ui import words
from ui.plan.known import Facts
from ui.plan.share import Standing, are, capital, part_of, say, some, sources
from ui.words import count_of, number

_ACTOR_TYPES = 7


def multilevel(facts: Facts) -> Standing:
    """Types of actor known, and whether any list is complete."""
    types, lists = facts.count("actor_types"), facts.count("complete_lists")
    ends = (
        "no list says that it is complete, so nobody can be called missing"
        if not lists.known
        else f"{count_of(lists.known, 'list')} {say(lists.known)} that they are complete"
    )
    return Standing(
        f"Actors of {part_of(types.known, _ACTOR_TYPES)} types are known by name; {ends}.",
        types.known, _ACTOR_TYPES, "type of actor", sources(types, lists),
    )  # fmt: skip


def decisions(facts: Facts) -> Standing:
    """Bodies with newcomers, and how many seats they hold."""
    bodies, seats = facts.count("bodies"), facts.count("bodies_seats")
    return Standing(
        f"{capital(count_of(bodies.known, 'body'))} with newcomers {are(bodies.known)} on "
        f"record; how many seats newcomers hold is known for {some(seats.known)}.",
        seats.known, bodies.known, "body", bodies.source_ids, on_record=True,
    )  # fmt: skip


def more_sponsorship(facts: Facts) -> Standing:
    """Countries short of places that have a scheme."""
    short, there = facts.short, facts.short & facts.scheme_countries
    return Standing(
        f"Of {count_of(len(short), 'country')} short of reception places, {some(len(there))} "
        f"{'has' if len(there) == 1 else 'have'} a sponsorship scheme that is known.",
        len(there), len(short), "country short of places", facts.count("schemes").source_ids,
        on_record=True,
    )  # fmt: skip


def access(facts: Facts) -> Standing:
    """Amounts whose recipient is told."""
    rows, told = facts.count("funding_rows"), facts.count("funding_recipient")
    return Standing(
        f"Who received the money is known for {part_of(told.known, rows.known)} amounts.",
        told.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def codesign(facts: Facts) -> Standing:
    """Consultations, and what became of them."""
    held, outcome = facts.count("consultations"), facts.count("consultations_outcome")
    return Standing(
        f"{capital(count_of(held.known, 'consultation'))} {are(held.known)} on record; what "
        f"became of it is told for {some(outcome.known)}.",
        outcome.known, held.known, "consultation", held.source_ids, on_record=True,
    )  # fmt: skip


def digital(facts: Facts) -> Standing:
    """Services known, and what they say of themselves."""
    services, effect = facts.count("digital"), facts.count("digital_effect")
    began, languages = facts.count("digital_began"), facts.count("digital_languages")
    return Standing(
        f"{capital(count_of(services.known, 'service'))} {are(services.known)} known; "
        f"{some(began.known)} say that they began in 2020 or later, {some(languages.known)} "
        f"in which languages they are, {some(effect.known)} what they achieved.",
        effect.known, services.known, "service", services.source_ids, on_record=True,
    )  # fmt: skip


def settlement(facts: Facts) -> Standing:
    """People in countries without a total of places."""
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


def durable(facts: Facts) -> Standing:
    """Services for each group, and protection that lasts."""
    groups = ("unaccompanied_children", "victims_of_torture", "victims_of_trafficking")
    exists = [facts.count(f"{group}_exists") for group in groups]
    lasting = [facts.count(f"{group}_durable") for group in groups]
    children, torture, trafficking = (each.known for each in exists)
    most = max(each.known for each in lasting)
    ends = "nowhere" if not most else f"in up to {number(most)} countries"
    return Standing(
        f"A service of their own is known for unaccompanied children in {some(children)} of "
        f"{number(facts.countries)} countries, for victims of torture in {some(torture)}, of "
        f"trafficking in {some(trafficking)}. How many got protection that lasts is known {ends}.",
        most, facts.countries, "country", sources(*exists, *lasting),
    )  # fmt: skip
