"""Numbers, names and short sentences as readers meet them."""

import math
import re
from collections.abc import Sequence

import pandas as pd

from ui.language import Words, _, current, later, n_, plural
from ui.language.numbers import THIN as THIN  # noqa: PLC0414  (by this name from all over)
from ui.language.numbers import calendar, grouped, locale, with_point
from ui.language.spoken import ENGLISH

_JOINER = "\u2060"
_MARKUP = frozenset("\\`*_{}[]()<>#|~$:!&+-=")
_LINK_PARTS = re.compile(r":(?=\S)|www(?=\.)", re.IGNORECASE)
_SPELLED = "no one two three four five six seven eight nine ten eleven twelve".split()
# Nouns that are counted in lists and in short answers; in sentences, the sentence has a plural.
_NOUNS = {
    "amount": plural("{count} amount", "{count} amounts"),
    "body": plural("{count} body", "{count} bodies"),
    "cell": plural("{count} cell", "{count} cells"),
    "column": plural("{count} column", "{count} columns"),
    "consultation": plural("{count} consultation", "{count} consultations"),
    "country": plural("{count} country", "{count} countries"),
    "day": plural("{count} day", "{count} days"),
    "kind": plural("{count} kind", "{count} kinds"),
    "line": plural("{count} line", "{count} lines"),
    "list": plural("{count} list", "{count} lists"),
    "measure": plural("{count} measure", "{count} measures"),
    "organisation": plural("{count} organisation", "{count} organisations"),
    "place": plural("{count} place", "{count} places"),
    "plan": plural("{count} plan", "{count} plans"),
    "proposal": plural("{count} proposal", "{count} proposals"),
    "region": plural("{count} region", "{count} regions"),
    "row": plural("{count} row", "{count} rows"),
    "scheme": plural("{count} scheme", "{count} schemes"),
    "service": plural("{count} service", "{count} services"),
    "state": plural("{count} state", "{count} states"),
    "territory": plural("{count} territory", "{count} territories"),
    "week": plural("{count} week", "{count} weeks"),
    "year": plural("{count} year", "{count} years"),
}
# Eurostat's own codes where they differ from ISO 3166.
_ISO = {"EL": "GR", "UK": "GB"}
_SHORT = Words({"BA": "Bosnia and Herzegovina", "TR": "Türkiye", "MK": "North Macedonia"})

_QUARTERS = {
    "Q1": later("first quarter of {year}"),
    "Q2": later("second quarter of {year}"),
    "Q3": later("third quarter of {year}"),
    "Q4": later("fourth quarter of {year}"),
}

LEVELS = Words(
    {
        0: "Countries",
        1: "Major regions (NUTS 1)",
        2: "Regions (NUTS 2)",
        3: "Small regions (NUTS 3)",
    }
)
LEVEL_NOUN = Words({0: "countries", 1: "NUTS 1 regions", 2: "NUTS 2 regions", 3: "NUTS 3 regions"})

GROUPS = Words(
    {
        "reception": "All, else asylum applicants",
        "all": "All newcomers in reception",
        "residents": "All residents",
        "asylum_applicants": "Asylum applicants",
        "temporary_protection": "Temporary protection",
        "beneficiaries_of_protection": "People granted protection",
        "resettled": "Resettled refugees",
    }
)

# Groups as they stand inside a sentence.
GROUP_WORDS = Words(
    {
        "all": "all newcomers",
        "asylum_applicants": "asylum applicants",
        "temporary_protection": "people under temporary protection",
        "beneficiaries_of_protection": "people granted protection",
        "unaccompanied_children": "unaccompanied children",
        "victims_of_torture": "victims of torture",
        "victims_of_trafficking": "victims of trafficking",
        "women_at_risk": "women at risk",
        "persons_with_disabilities": "newcomers with disabilities",
        "residents": "residents",
    }
)
SERVICES = Words(
    {
        "reception": "Reception",
        "housing": "Housing",
        "language": "Language teaching",
        "employment": "Employment support",
        "education": "Education and childcare",
        "health": "Health care",
        "mental_health": "Mental health and rehabilitation",
        "legal_aid": "Legal aid",
        "social_orientation": "Social orientation",
        "social_participation": "Social participation",
        "digital": "Digital services",
    }
)
# The same inside a sentence.
SERVICE_WORDS = Words(
    {
        "reception": "reception",
        "housing": "housing",
        "language": "language teaching",
        "employment": "employment support",
        "education": "education and childcare",
        "health": "health care",
        "mental_health": "mental health and rehabilitation",
        "legal_aid": "legal aid",
        "social_orientation": "social orientation",
        "social_participation": "social participation",
        "digital": "digital services",
    }
)
BENCHMARK_KINDS = Words(
    {
        "legal_norm": "binding in law",
        "target": "a stated aim",
        "observed": "found in practice",
    }
)

EMPTY = later("Missing is unknown; it is never zero.")
BOUNDARIES = later("Boundaries: © EuroGeographics for the administrative boundaries, simplified.")

STATUS = Words(
    {
        "A": "as published",
        "E": "estimated",
        "P": "provisional",
        "B": "break in series",
        "F": "forecast",
        "L": "not published",
        "M": "not applicable",
        "N": "not significant",
        "Q": "suppressed",
        "U": "cannot tell",
    }
)
EVIDENCE = Words(
    {
        "published": "published",
        "declared": "declared",
        "estimated": "worked out from published figures",
        "synthetic": "demonstration",
    }
)


def country(code: str) -> str:
    """Name of a Eurostat country code in the reader's language; the code when it is not known.

    >>> country("EL"), country("UK")
    ('Greece', 'United Kingdom')
    """
    return _SHORT.get(code) or locale().territories.get(_ISO.get(code, code), code)


def number(value: float) -> str:
    """A count with its thousands apart, as the reader's language writes it.

    >>> number(1234567.0).replace(THIN, " ")
    '1 234 567'
    """
    return grouped(value)


def short(value: float) -> str:
    """A large count in words: three significant digits at most.

    >>> short(25_160_000).replace(THIN, " "), short(1_072_300).replace(THIN, " ")
    ('25.2 million', '1.07 million')
    """
    for size, name in ((1e9, later("{count} billion")), (1e6, later("{count} million"))):
        if float(f"{value:.3g}") >= size:
            return _(name, count=_digits(value / size)).replace(" ", THIN)
    return number(value if value < 1e4 else float(f"{value:.3g}"))


def _digits(value: float) -> str:
    """Three significant digits, no trailing zeros, never an exponent."""
    decimals = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{float(f'{value:.3g}'):.{decimals}f}"
    return with_point(text.rstrip("0").rstrip(".") if "." in text else text)


def rate(value: float) -> str:
    """A rate or percentage: one decimal under 10, whole above.

    >>> rate(0.34), rate(9.96), rate(33.4), rate(0.0)
    ('0.3', '10', '33', '0')
    """
    if value and value < 0.05:
        return with_point("<0.1")
    text = f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
    return with_point(text.removesuffix(".0"))


def share_of(percent: float) -> str:
    """A share of people as a percentage, never all of them where some are left out.

    >>> share_of(99.88), share_of(99.99), share_of(99.4), share_of(100.0)
    ('99.8', '99.9', '99', '100')
    """
    if 99.5 <= percent < 100 - 1e-9:
        return with_point(f"{math.floor(percent * 10) / 10:.1f}")
    return rate(percent)


def with_unit(value: float, unit: str) -> str:
    """A rate with its unit: '33 %' or '3.4 per 1,000'."""
    if unit.startswith("%"):
        return f"{rate(value)}{THIN}%"
    return _("{rate} per 1,000", rate=rate(value))


def inside(label: str) -> str:
    """A label as it stands inside a sentence; German writes its nouns large everywhere.

    >>> inside("Health care"), inside("NUTS 2")
    ('health care', 'NUTS 2')
    """
    if current() == "de" or label[:2].isupper():
        return label
    return label[:1].lower() + label[1:]


def is_known(value: object) -> bool:
    """Whether a value of a row is there: not None, not NaN."""
    return bool(pd.notna(value))  # type: ignore[call-overload]


def listed(names: Sequence[str]) -> str:
    """Names as a list in prose.

    >>> listed(["Poland", "Romania", "Spain"])
    'Poland, Romania and Spain'
    """
    if len(names) == 1:
        return names[0]
    return _("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def places(rows: pd.DataFrame) -> list[str]:
    """Territories as readers know them: 'Lazio, Italy'; `rows` has name, country and level."""
    return [
        country(code) if level == 0 or name == country(code) else f"{name}, {country(code)}"
        for name, code, level in zip(rows["name"], rows["country"], rows["level"], strict=True)
    ]


def countries(codes: Sequence[str]) -> str:
    """Up to four countries by name, more by their number.

    >>> countries(["PL", "EL"])
    'Greece and Poland'
    """
    if len(codes) > 4:
        return count_of(len(codes), "country")
    return listed(sorted(country(str(code)) for code in codes))


def count_of(number_of: int, noun: str) -> str:
    """A small count with its noun, spelled out up to twelve in English.

    >>> count_of(1, "region"), count_of(12, "country"), count_of(90, "day")
    ('one region', 'twelve countries', '90 days')
    """
    ends_in_ies = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    many = noun[:-1] + "ies" if ends_in_ies else noun + "s"
    one, more = _NOUNS.get(noun, (f"{{count}} {noun}", f"{{count}} {many}"))
    return n_(one, more, number_of, count=counted(number_of))


def counted(number_of: int) -> str:
    """A small count: in English spelled out up to twelve, elsewhere in figures.

    Numerals of other languages follow the gender and case of their noun.
    """
    is_spelled = current() == ENGLISH and 0 <= number_of < len(_SPELLED)
    return _SPELLED[number_of] if is_spelled else number(number_of)


def day(period: str) -> str:
    """A reference period in words: '2025-09-15' is '15 September 2025'.

    >>> day("2025-09-15"), day("2024-07"), day("2024")
    ('15 September 2025', 'July 2024', '2024')
    >>> day("2024-Q3"), day("2021/2027")
    ('third quarter of 2024', '2021 to 2027')
    """
    if "/" in period:
        return _between([day(part) for part in period.split("/")])
    parts = period.split("-")
    if len(parts) > 1 and parts[1] in _QUARTERS:
        return _(_QUARTERS[parts[1]], year=parts[0])
    if len(parts) == 1 or not parts[1].isdigit():
        return period
    try:
        return calendar(*(int(part) for part in parts))
    except (ValueError, TypeError):
        return period  # no day of the calendar: as it is written


def _between(ends: Sequence[str]) -> str:
    return ends[0] if len(ends) == 1 else _("{first} to {last}", first=ends[0], last=ends[-1])


def escaped(text: str) -> str:
    r"""Text from data, made safe to stand inside Markdown: nothing in it is markup or a link.

    Line breaks become spaces. Links and icons that are found after escapes are taken away are
    broken by a word joiner, which is not seen.

    >>> print(escaped("![x] *bold* <b>"))
    \!\[x\] \*bold\* \<b\>
    """
    line = " ".join(text.splitlines())
    broken = _LINK_PARTS.sub(lambda part: f"{part[0]}{_JOINER}", line).replace("@", f"{_JOINER}@")
    return "".join(f"\\{letter}" if letter in _MARKUP else letter for letter in broken)


def is_web(url: object) -> bool:
    """Whether a source's address may be a link: web addresses without Markdown in them."""
    text = str(url)
    return text.startswith(("https://", "http://")) and not set(text) & set(" ()<>\"'\\")


def span(vintage: str) -> str:
    """The periods of a page in words: '2021..2024' is '2021 to 2024'.

    >>> span("2022-12-31..2025-07"), span("2024")
    ('31 December 2022 to July 2025', '2024')
    """
    return _between([day(part) for part in vintage.split("..")])
