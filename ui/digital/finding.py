"""What a view of the Digital page shows, in two or three sentences."""

import pandas as pd

from analysis.classes import CANNOT_TELL
from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD
from analysis.practice import CRITERIA, NOT_STATED
from ui import words
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, SERVICES_KNOWN
from ui.digital.known import Services
from ui.digital.words import percent
from ui.words import SERVICES, count_of, listed

NOBODY_LISTS = (
    "**No digital service is known here.** That does not mean that there is none: no register "
    "says which exist, in which languages and since when."
)
# One sentence on how to read each map.
READ = {
    LANGUAGES: "Coloured by the share of newcomers (refugees, people with temporary protection, "
    "asylum-seekers) who at least are left out; their languages are estimated from those of their "
    "countries of origin.",
    SERVICES_KNOWN: "Coloured by how many digital services are known that people there, or in "
    "some places there, can use.",
    ON_SITE: "Coloured where it is known whether a digital service has a counterpart on site; a "
    "place nobody has counted is not a place that does not exist.",
}
WHO = (
    "Who could publish it: the ministry or agency that pays for a service, which knows its "
    "languages, its use and its last update, and owes an accessibility statement where it is a "
    "public body (Directive (EU) 2016/2102)."
)


def finding(spread: Spread, services: Services, view: str, term: str) -> str:
    """The finding of a view."""
    if services.of(spread.where).empty:
        return f"{NOBODY_LISTS} {WHO}"
    if view == LANGUAGES:
        return _languages(spread)
    return _on_site(spread, term) if view == ON_SITE else _services(services.of(spread.where))


def _languages(spread: Spread) -> str:
    """Where services list their languages, how many newcomers use none of them."""
    if "persons" not in spread.rows or spread.rows["persons"].isna().all():
        return (
            "**Nobody says where newcomers are from here**, so nothing is known of their "
            "languages. UNHCR counts people by country of origin in every country of asylum."
        )
    known = spread.known
    dotted = spread.rows[spread.rows["map_class"] == CANNOT_TELL]
    parts = [_reached(known) if len(known) else ""]
    if len(dotted):
        parts.append(
            f"In {_countries(dotted)} services are known that do not list their languages: "
            "cannot tell."
        )
    silent = len(spread.unknown) - len(dotted)
    if silent:
        parts.append(
            f"In {count_of(silent, 'country')} no digital service is known, which is not none."
        )
    return " ".join(part for part in parts if part)


def _reached(known: pd.DataFrame) -> str:
    """The country where most newcomers are known to be left out."""
    most = known.sort_values("value", ascending=False).iloc[0]
    share = percent(most["lower"], most["upper"])
    people = words.short(float(most["persons"]))
    place = words.escaped(str(most["place"]))
    said = (
        f"of the {people} newcomers there speak neither a language of these services nor the "
        "country's own."
    )
    if len(known) == 1:
        return f"**Only in {place} do the known services list all their languages: {share}** {said}"
    return (
        f"**In {count_of(len(known), 'country')} the known services list all their languages.** "
        f"The most are left out in {place}: {share} {said}"
    )


def _countries(rows: pd.DataFrame) -> str:
    return words.countries([str(each) for each in rows["country"].unique()])


def _services(rows: pd.DataFrame) -> str:
    """How many services there are, and what none of them states."""
    whole = rows[rows["part_of"].isna()]
    editions = len(rows) - len(whole)
    more = f" and {count_of(editions, 'local edition')}" if editions else ""
    number = count_of(len(whole), "digital service")
    verb = "is" if len(rows) == 1 else "are"
    said = f"**{number[:1].upper()}{number[1:]}{more} {verb} known**, in {_countries(rows)}."
    silent = [
        each.label.lower()
        for each in CRITERIA
        if (rows[f"is_{each.criterion_id}"] == NOT_STATED).all()
    ]
    if silent:
        return f"{said} No page that describes them says anything on: {listed(silent)}."
    best = rows["met"].max()
    first = count_of(int((rows["met"] == best).sum()), "service")
    return (
        f"{said} The best known meet {best} of {len(CRITERIA)} criteria of good practice: {first}."
    )


def _on_site(spread: Spread, term: str) -> str:
    """Where a service is digital only, and where nobody can tell."""
    state = spread.rows["state"]
    only, both, open_ = (int((state == each).sum()) for each in (DIGITAL_ONLY, BOTH, NOT_TOLD))
    what = SERVICES[term].lower()
    if not only + both + open_:
        return f"**No digital service for {what} is known here**, which is not none."
    parts = [f"**Nowhere is {what} known to be digital only.**"]
    if only:
        parts = [
            f"**In {count_of(only, 'territory')} {what} is known to be digital only**: a "
            "publisher states that nothing is on site."
        ]
    if both:
        parts.append(f"In {count_of(both, 'territory')} a place on site is known too.")
    if open_:
        parts.append(
            f"In {count_of(open_, 'territory')} a digital service is known and nobody says what "
            "is on site: there it cannot be told."
        )
    return " ".join(parts)
