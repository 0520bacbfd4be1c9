"""Where the points stand that were asked for in the consultation."""

from ui.plan.known import Facts
from ui.plan.share import Standing, are, capital, part_of, sources
from ui.words import count_of, number

_SERVICES = 11
_APPLICANTS = "a place for every asylum applicant with a pending case"


def vision(facts: Facts) -> Standing:
    """Where reception places are known at all."""
    countries, regions = facts.count("places_countries"), facts.count("places_regions")
    return Standing(
        "How many reception places there are is known for "
        f"{part_of(countries.known, facts.countries)} countries and "
        f"{part_of(regions.known, facts.regions)} regions.",
        countries.known, facts.countries, "country", sources(countries, regions),
    )  # fmt: skip


def reception(facts: Facts) -> Standing:
    """Who is short of a place for every applicant, and who cannot be told."""
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


def equally(facts: Facts) -> Standing:
    """In how many regions places are known."""
    places = facts.count("places_regions")
    rest = facts.regions - places.known
    return Standing(
        f"Places are known in {part_of(places.known, facts.regions)} regions; in {number(rest)} "
        "nobody can say whether capacity grows more equally.",
        places.known, facts.regions, "region", places.source_ids,
    )  # fmt: skip


def comprehensive(facts: Facts) -> Standing:
    """How many services are known to exist, and where several are."""
    terms, regions = facts.count("service_terms"), facts.count("service_regions")
    return Standing(
        f"Of {_SERVICES} services, {number(terms.known)} are known to exist somewhere; three or "
        f"more besides hospitals in {part_of(regions.known, facts.regions)} regions.",
        regions.known, facts.regions, "region", sources(terms, regions),
    )  # fmt: skip


def partnership(facts: Facts) -> Standing:
    """Organisations known, and where they work."""
    organisations, work = facts.count("organisations"), facts.count("work_regions")
    return Standing(
        f"{capital(count_of(organisations.known, 'organisation'))} "
        f"{are(organisations.known)} known, at work in "
        f"{part_of(work.known, facts.regions)} regions.",
        min(work.known, facts.regions), facts.regions, "region", sources(organisations, work),
    )  # fmt: skip


def sponsorship(facts: Facts) -> Standing:
    """Schemes known, and in which countries."""
    schemes, countries = facts.count("schemes"), len(facts.scheme_countries)
    return Standing(
        f"{capital(count_of(schemes.known, 'scheme'))} {are(schemes.known)} known, in "
        f"{part_of(countries, facts.countries)} countries.",
        countries, facts.countries, "country", schemes.source_ids,
    )  # fmt: skip


def coherence(facts: Facts) -> Standing:
    """Amounts known, and what was paid of them."""
    amif, rows, paid = (facts.count(f) for f in ("amif_countries", "funding_rows", "funding_paid"))
    return Standing(
        f"AMIF amounts are known for {count_of(amif.known, 'country')}; what was paid out for "
        f"{part_of(paid.known, rows.known)} amounts.",
        paid.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def _ledger_sources(facts: Facts) -> tuple[str, ...]:
    rows = facts.state.ledger.rows
    ids = [*rows["need_source_id"].dropna(), *rows["capacity_source_id"].dropna()]
    return tuple(dict.fromkeys(str(each) for each in ids))
