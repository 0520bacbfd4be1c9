"""Where the points stand that were asked for in the consultation."""

from ui.language import _, n_
from ui.plan.known import Facts
from ui.plan.share import Standing, some, sources
from ui.words import counted, number

_SERVICES = 11


def vision(facts: Facts) -> Standing:
    """Where reception places are known at all."""
    countries, regions = facts.count("places_countries"), facts.count("places_regions")
    return Standing(
        _(
            "How many reception places there are is known for {countries} of {all_countries} "
            "countries and {regions} of {all_regions} regions.",
            countries=some(countries.known), all_countries=number(facts.countries),
            regions=some(regions.known), all_regions=number(facts.regions),
        ),
        countries.known, facts.countries, "country", sources(countries, regions),
    )  # fmt: skip


def reception(facts: Facts) -> Standing:
    """Who is short of a place for every applicant, and who cannot be told."""
    state = facts.state
    short, met = state.answers("short"), state.answers("met")
    open_ = state.answers("cannot tell")
    unknown = state.answers("unknown")
    counts = {"short": number(short), "met": number(met), "unknown": number(unknown)}
    if open_:
        said = _(
            "Measured by a place for every asylum applicant with a pending case: {short} countries "
            "are short, {met} have enough, for {open} the interval decides nothing, {unknown} are "
            "unknown.",
            open=number(open_), **counts,
        )  # fmt: skip
    else:
        said = _(
            "Measured by a place for every asylum applicant with a pending case: {short} countries "
            "are short, {met} have enough, {unknown} are unknown.",
            **counts,
        )
    answered = state.ledger.answered("short", "met")["period"].dropna().str[:4]
    if len(answered):
        years = _("Need of {first} to {last}.", first=answered.min(), last=answered.max())
        said = f"{said} {years}"
    return Standing(
        said, short + met, short + met + open_ + unknown, "country", _ledger_sources(facts)
    )


def equally(facts: Facts) -> Standing:
    """In how many regions places are known."""
    places = facts.count("places_regions")
    rest = facts.regions - places.known
    return Standing(
        _(
            "Places are known in {known} of {all} regions; in {rest} nobody can say whether "
            "capacity grows more equally.",
            known=some(places.known), all=number(facts.regions), rest=number(rest),
        ),
        places.known, facts.regions, "region", places.source_ids,
    )  # fmt: skip


def comprehensive(facts: Facts) -> Standing:
    """How many services are known to exist, and where several are."""
    terms, regions = facts.count("service_terms"), facts.count("service_regions")
    return Standing(
        _(
            "Of {services} services, {terms} are known to exist somewhere; three or more besides "
            "hospitals in {regions} of {all} regions.",
            services=_SERVICES, terms=number(terms.known), regions=some(regions.known),
            all=number(facts.regions),
        ),
        regions.known, facts.regions, "region", sources(terms, regions),
    )  # fmt: skip


def partnership(facts: Facts) -> Standing:
    """Organisations known, and where they work."""
    organisations, work = facts.count("organisations"), facts.count("work_regions")
    return Standing(
        n_(
            "{count} organisation is known, at work in {regions} of {all} regions.",
            "{count} organisations are known, at work in {regions} of {all} regions.",
            organisations.known, count=counted(organisations.known).capitalize(),
            regions=some(work.known), all=number(facts.regions),
        ),
        min(work.known, facts.regions), facts.regions, "region", sources(organisations, work),
    )  # fmt: skip


def sponsorship(facts: Facts) -> Standing:
    """Schemes known, and in which countries."""
    schemes, countries = facts.count("schemes"), len(facts.scheme_countries)
    return Standing(
        n_(
            "{count} scheme is known, in {countries} of {all} countries.",
            "{count} schemes are known, in {countries} of {all} countries.",
            schemes.known, count=counted(schemes.known).capitalize(),
            countries=some(countries), all=number(facts.countries),
        ),
        countries, facts.countries, "country", schemes.source_ids,
    )  # fmt: skip


def coherence(facts: Facts) -> Standing:
    """Amounts known, and what was paid of them."""
    amif, rows, paid = (facts.count(f) for f in ("amif_countries", "funding_rows", "funding_paid"))
    return Standing(
        n_(
            "AMIF amounts are known for {count} country; what was paid out for {paid} of {all} "
            "amounts.",
            "AMIF amounts are known for {count} countries; what was paid out for {paid} of {all} "
            "amounts.",
            amif.known, count=counted(amif.known),
            paid=some(paid.known), all=number(rows.known),
        ),
        paid.known, rows.known, "amount", rows.source_ids, on_record=True,
    )  # fmt: skip


def _ledger_sources(facts: Facts) -> tuple[str, ...]:
    rows = facts.state.ledger.rows
    ids = [*rows["need_source_id"].dropna(), *rows["capacity_source_id"].dropna()]
    return tuple(dict.fromkeys(str(each) for each in ids))
