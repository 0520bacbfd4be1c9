"""What a view of the Digital page shows, in two or three sentences."""

import pandas as pd

from analysis.classes import CANNOT_TELL
from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD
from analysis.practice import CRITERIA, NOT_STATED
from ui import words
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, SERVICES_KNOWN
from ui.digital.known import Services
from ui.digital.words import inside, percent
from ui.language import Words, _, later, n_
from ui.words import SERVICE_WORDS, count_of, counted, listed

NOBODY_LISTS = later(
    "**No digital service is known here.** That does not mean that there is none: no register "
    "says which exist, in which languages and since when."
)
# One sentence on how to read each map.
READ = Words(
    {
        LANGUAGES: "Coloured by the share of newcomers (refugees, people with temporary "
        "protection, asylum-seekers) who at least are left out; their languages are estimated "
        "from those of their countries of origin.",
        SERVICES_KNOWN: "Coloured by how many digital services are known that people there, or in "
        "some places there, can use.",
        ON_SITE: "Coloured where it is known whether a digital service has a counterpart on site; "
        "a place nobody has counted is not a place that does not exist.",
    }
)
WHO = later(
    "Who could publish it: the ministry or agency that pays for a service, which knows its "
    "languages, its use and its last update, and owes an accessibility statement where it is a "
    "public body (Directive (EU) 2016/2102)."
)


def finding(spread: Spread, services: Services, view: str, term: str) -> str:
    """The finding of a view."""
    if services.of(spread.where).empty:
        return f"{_(NOBODY_LISTS)} {_(WHO)}"
    if view == LANGUAGES:
        return _languages(spread)
    return _on_site(spread, term) if view == ON_SITE else _services(services.of(spread.where))


def _languages(spread: Spread) -> str:
    """Where services list their languages, how many newcomers use none of them."""
    if "persons" not in spread.rows or spread.rows["persons"].isna().all():
        return _(
            "**Nobody says where newcomers are from here**, so nothing is known of their "
            "languages. UNHCR counts people by country of origin in every country of asylum."
        )
    known = spread.known
    dotted = spread.rows[spread.rows["map_class"] == CANNOT_TELL]
    parts = [_reached(known) if len(known) else ""]
    if len(dotted):
        parts.append(
            _(
                "In {countries} services are known that do not list their languages: cannot tell.",
                countries=_countries(dotted),
            )
        )
    silent = len(spread.unknown) - len(dotted)
    if silent:
        parts.append(
            n_(
                "In {count} country no digital service is known, which is not none.",
                "In {count} countries no digital service is known, which is not none.",
                silent,
                count=counted(silent),
            )
        )
    return " ".join(part for part in parts if part)


def _reached(known: pd.DataFrame) -> str:
    """The country where most newcomers are known to be left out."""
    most = known.sort_values("value", ascending=False).iloc[0]
    told = {
        "place": words.escaped(str(most["place"])),
        "share": percent(most["lower"], most["upper"]),
        "people": words.short(float(most["persons"])),
    }
    if len(known) == 1:
        return _(
            "**Only in {place} do the known services list all their languages: {share}** of the "
            "{people} newcomers there speak neither a language of these services nor the "
            "country's own.",
            **told,
        )
    return n_(
        "**In {count} country the known services list all their languages.** The most are left "
        "out in {place}: {share} of the {people} newcomers there speak neither a language of "
        "these services nor the country's own.",
        "**In {count} countries the known services list all their languages.** The most are left "
        "out in {place}: {share} of the {people} newcomers there speak neither a language of "
        "these services nor the country's own.",
        len(known), count=counted(len(known)), **told,
    )  # fmt: skip


def _countries(rows: pd.DataFrame) -> str:
    return words.countries([str(each) for each in rows["country"].unique()])


def _services(rows: pd.DataFrame) -> str:
    """How many services there are, and what none of them states."""
    whole = rows[rows["part_of"].isna()]
    editions = len(rows) - len(whole)
    count, where = counted(len(whole)).capitalize(), _countries(rows)
    if editions:
        said = n_(
            "**{count} digital service and {editions} are known**, in {countries}.",
            "**{count} digital services and {editions} are known**, in {countries}.",
            len(whole), count=count, editions=count_of(editions, "local edition"),
            countries=where,
        )  # fmt: skip
    else:
        said = n_(
            "**{count} digital service is known**, in {countries}.",
            "**{count} digital services are known**, in {countries}.",
            len(whole), count=count, countries=where,
        )  # fmt: skip
    silent = [
        inside(_(each.label))
        for each in CRITERIA
        if (rows[f"is_{each.criterion_id}"] == NOT_STATED).all()
    ]
    if silent:
        return f"{said} " + _(
            "No page that describes them says anything on: {criteria}.", criteria=listed(silent)
        )
    best = rows["met"].max()
    first = count_of(int((rows["met"] == best).sum()), "service")
    return f"{said} " + _(
        "The best known meet {met} of {total} criteria of good practice: {services}.",
        met=best, total=len(CRITERIA), services=first,
    )  # fmt: skip


def _on_site(spread: Spread, term: str) -> str:
    """Where a service is digital only, and where nobody can tell."""
    state = spread.rows["state"]
    only, both, open_ = (int((state == each).sum()) for each in (DIGITAL_ONLY, BOTH, NOT_TOLD))
    what = SERVICE_WORDS[term]
    if not only + both + open_:
        return _("**No digital service for {service} is known here**, which is not none.",
                 service=what)  # fmt: skip
    parts = [_("**Nowhere is {service} known to be digital only.**", service=what)]
    if only:
        parts = [
            n_("**In {count} territory {service} is known to be digital only**: a publisher "
               "states that nothing is on site.",
               "**In {count} territories {service} is known to be digital only**: a publisher "
               "states that nothing is on site.",
               only, count=counted(only), service=what)
        ]  # fmt: skip
    if both:
        parts.append(
            n_("In {count} territory a place on site is known too.",
               "In {count} territories a place on site is known too.",
               both, count=counted(both))
        )  # fmt: skip
    if open_:
        parts.append(
            n_("In {count} territory a digital service is known and nobody says what is on site: "
               "there it cannot be told.",
               "In {count} territories a digital service is known and nobody says what is on "
               "site: there it cannot be told.",
               open_, count=counted(open_))
        )  # fmt: skip
    return " ".join(parts)
