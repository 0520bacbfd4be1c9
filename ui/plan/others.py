"""Where the points stand that were welcomed in the plan or are still urged."""

from ui import words
from ui.language import _, n_
from ui.plan.known import Facts
from ui.plan.share import Standing, some, sources
from ui.words import counted, number

_ACTOR_TYPES = 7


def multilevel(facts: Facts) -> Standing:
    """Types of actor known, and whether any list is complete."""
    types, lists = facts.count("actor_types"), facts.count("complete_lists")
    known = {"types": some(types.known), "all": number(_ACTOR_TYPES)}
    said = (
        n_(
            "Actors of {types} of {all} types are known by name; {count} list says that they are "
            "complete.",
            "Actors of {types} of {all} types are known by name; {count} lists say that they are "
            "complete.",
            lists.known, count=counted(lists.known), **known,
        )
        if lists.known
        else _(
            "Actors of {types} of {all} types are known by name; no list says that it is "
            "complete, so nobody can be called missing.", **known,
        )
    )  # fmt: skip
    return Standing(said, types.known, _ACTOR_TYPES, "type of actor", sources(types, lists))


def decisions(facts: Facts) -> Standing:
    """Bodies with newcomers, and how many seats they hold."""
    bodies, seats = facts.count("bodies"), facts.count("bodies_seats")
    return Standing(
        n_(
            "{count} body with newcomers is on record; how many seats newcomers hold is known "
            "for {seats}.",
            "{count} bodies with newcomers are on record; how many seats newcomers hold is known "
            "for {seats}.",
            bodies.known, count=counted(bodies.known).capitalize(), seats=some(seats.known),
        ),
        seats.known, bodies.known, "body", bodies.source_ids, on_record=True,
    )  # fmt: skip


def more_sponsorship(facts: Facts) -> Standing:
    """Countries short of places that have a scheme."""
    short, there = facts.short, facts.short & facts.scheme_countries
    return Standing(
        n_(
            "Of {short} short of reception places, {count} has a sponsorship scheme that is "
            "known.",
            "Of {short} short of reception places, {count} have a sponsorship scheme that is "
            "known.",
            len(there), count=some(len(there)), short=words.count_of(len(short), "country"),
        ),
        len(there), len(short), "country short of places", facts.count("schemes").source_ids,
        on_record=True,
    )  # fmt: skip


def access(facts: Facts) -> Standing:
    """Amounts whose recipient is told."""
    rows, told = facts.count("funding_rows"), facts.count("funding_recipient")
    return Standing(
        _("Who received the money is known for {told} of {all} amounts.",
          told=some(told.known), all=number(rows.known)),
        told.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def codesign(facts: Facts) -> Standing:
    """Consultations, and what became of them."""
    held, outcome = facts.count("consultations"), facts.count("consultations_outcome")
    return Standing(
        n_(
            "{count} consultation is on record; what became of it is told for {told}.",
            "{count} consultations are on record; what became of it is told for {told}.",
            held.known, count=counted(held.known).capitalize(), told=some(outcome.known),
        ),
        outcome.known, held.known, "consultation", held.source_ids, on_record=True,
    )  # fmt: skip


def digital(facts: Facts) -> Standing:
    """Services known, and what they say of themselves."""
    services, effect = facts.count("digital"), facts.count("digital_effect")
    began, languages = facts.count("digital_began"), facts.count("digital_languages")
    return Standing(
        n_(
            "{count} service is known; {began} say that they began in 2020 or later, {languages} "
            "in which languages they are, {effect} what they achieved.",
            "{count} services are known; {began} say that they began in 2020 or later, "
            "{languages} in which languages they are, {effect} what they achieved.",
            services.known, count=counted(services.known).capitalize(), began=some(began.known),
            languages=some(languages.known), effect=some(effect.known),
        ),
        effect.known, services.known, "service", services.source_ids, on_record=True,
    )  # fmt: skip


def settlement(facts: Facts) -> Standing:
    """People in countries without a total of places."""
    needs, both = facts.state.counted, facts.state.both
    apart = needs[~needs.index.isin(both.index)]
    return Standing(
        n_(
            "{people} people who need or have protection live in {count} country for which no "
            "total of reception places is known.",
            "{people} people who need or have protection live in {count} countries for which no "
            "total of reception places is known.",
            len(apart), count=counted(len(apart)), people=words.short(float(apart["need"].sum())),
        )
        if len(needs)
        else _("Nobody counts the people who need or have protection."),
        len(both), len(needs), "country",
        tuple(str(each) for each in needs["need_source_id"].dropna().unique()),
    )  # fmt: skip


def durable(facts: Facts) -> Standing:
    """Services for each group, and protection that lasts."""
    groups = ("unaccompanied_children", "victims_of_torture", "victims_of_trafficking")
    exists = [facts.count(f"{group}_exists") for group in groups]
    lasting = [facts.count(f"{group}_durable") for group in groups]
    children, torture, trafficking = (each.known for each in exists)
    most = max(each.known for each in lasting)
    said = [
        _(
            "A service of their own is known for unaccompanied children in {children} of {all} "
            "countries, for victims of torture in {torture}, of trafficking in {trafficking}.",
            children=some(children), all=number(facts.countries), torture=some(torture),
            trafficking=some(trafficking),
        ),
        _("How many got protection that lasts is known in up to {count} countries.",
          count=number(most))
        if most
        else _("How many got protection that lasts is known nowhere."),
    ]  # fmt: skip
    return Standing(" ".join(said), most, facts.countries, "country", sources(*exists, *lasting))
