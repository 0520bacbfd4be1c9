"""Numbers, names and short sentences as readers meet them."""

import math
import re
from collections.abc import Sequence

import pandas as pd
from babel import Locale

THIN = "\u202f"  # narrow no-break space, between thousands and before units
_JOINER = "\u2060"
_MARKUP = frozenset("\\`*_{}[]()<>#|~$:!&+-=")
_LINK_PARTS = re.compile(r":(?=\S)|www(?=\.)", re.IGNORECASE)
_ENGLISH = Locale("en")
# Eurostat's own codes where they differ from ISO 3166.
_ISO = {"EL": "GR", "UK": "GB"}
_SHORT = {"BA": "Bosnia and Herzegovina", "TR": "Türkiye", "MK": "North Macedonia"}

_QUARTERS = {"Q1": "first", "Q2": "second", "Q3": "third", "Q4": "fourth"}

LEVELS = {
    0: "Countries",
    1: "Major regions (NUTS 1)",
    2: "Regions (NUTS 2)",
    3: "Small regions (NUTS 3)",
}
LEVEL_NOUN = {0: "countries", 1: "NUTS 1 regions", 2: "NUTS 2 regions", 3: "NUTS 3 regions"}

GROUPS = {
    "reception": "All, else asylum applicants",
    "all": "All newcomers in reception",
    "residents": "All residents",
    "asylum_applicants": "Asylum applicants",
    "temporary_protection": "Temporary protection",
    "beneficiaries_of_protection": "People granted protection",
    "resettled": "Resettled refugees",
}

# Groups as they stand inside a sentence.
GROUP_WORDS = {
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
SERVICES = {
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
BENCHMARK_KINDS = {
    "legal_norm": "binding in law",
    "target": "a stated aim",
    "observed": "found in practice",
}

EMPTY = "Missing is unknown; it is never zero."
BOUNDARIES = "Boundaries: © EuroGeographics for the administrative boundaries, simplified."

STATUS = {
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
EVIDENCE = {
    "published": "published",
    "declared": "declared",
    "estimated": "worked out from published figures",
    "synthetic": "demonstration",
}


def country(code: str) -> str:
    """English name of a Eurostat country code; the code itself when it is not known.

    >>> country("EL"), country("UK")
    ('Greece', 'United Kingdom')
    """
    return _SHORT.get(code) or _ENGLISH.territories.get(_ISO.get(code, code), code)


def number(value: float) -> str:
    """A count with thin spaces between thousands.

    >>> number(1234567.0).replace(THIN, " ")
    '1 234 567'
    """
    return f"{value:,.0f}".replace(",", THIN)


def short(value: float) -> str:
    """A large count in words: three significant digits at most.

    >>> short(25_160_000).replace(THIN, " "), short(1_072_300).replace(THIN, " ")
    ('25.2 million', '1.07 million')
    """
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if float(f"{value:.3g}") >= size:
            return f"{_digits(value / size)}{THIN}{name}"
    return number(value if value < 1e4 else float(f"{value:.3g}"))


def _digits(value: float) -> str:
    """Three significant digits, no trailing zeros, never an exponent."""
    decimals = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{float(f'{value:.3g}'):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rate(value: float) -> str:
    """A rate or percentage: one decimal under 10, whole above.

    >>> rate(0.34), rate(9.96), rate(33.4), rate(0.0)
    ('0.3', '10', '33', '0')
    """
    if value and value < 0.05:
        return "<0.1"
    text = f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
    return text.removesuffix(".0")


def share_of(percent: float) -> str:
    """A share of people as a percentage, never all of them where some are left out.

    >>> share_of(99.88), share_of(99.99), share_of(99.4), share_of(100.0)
    ('99.8', '99.9', '99', '100')
    """
    if 99.5 <= percent < 100 - 1e-9:
        return f"{math.floor(percent * 10) / 10:.1f}"
    return rate(percent)


def with_unit(value: float, unit: str) -> str:
    """A rate with its unit: '33 %' or '3.4 per 1,000'."""
    return f"{rate(value)}{THIN}%" if unit.startswith("%") else f"{rate(value)} per 1,000"


def is_known(value: object) -> bool:
    """Whether a value of a row is there: not None, not NaN."""
    return bool(pd.notna(value))  # type: ignore[call-overload]


def listed(names: Sequence[str]) -> str:
    """Names as a list in prose.

    >>> listed(["Poland", "Romania", "Spain"])
    'Poland, Romania and Spain'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


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
    """A small count with its noun, spelled out up to twelve.

    >>> count_of(1, "region"), count_of(12, "country"), count_of(90, "day")
    ('one region', 'twelve countries', '90 days')
    """
    spelled = "no one two three four five six seven eight nine ten eleven twelve".split()
    ends_in_ies = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    many = noun[:-1] + "ies" if ends_in_ies else noun + "s"
    text = spelled[number_of] if number_of < len(spelled) else number(number_of)
    return f"{text} {noun if number_of == 1 else many}"


def day(period: str) -> str:
    """A reference period in words: '2025-09-15' is '15 September 2025'.

    >>> day("2025-09-15"), day("2024-07"), day("2024")
    ('15 September 2025', 'July 2024', '2024')
    >>> day("2024-Q3"), day("2021/2027")
    ('third quarter of 2024', '2021 to 2027')
    """
    if "/" in period:
        return " to ".join(day(part) for part in period.split("/"))
    parts = period.split("-")
    if len(parts) > 1 and parts[1] in _QUARTERS:
        return f"{_QUARTERS[parts[1]]} quarter of {parts[0]}"
    if len(parts) == 1 or not parts[1].isdigit():
        return period
    month = _ENGLISH.months["format"]["wide"][int(parts[1])]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


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
    return " to ".join(day(part) for part in vintage.split(".."))
