"""Eurostat's English labels and the codes they stand for.

The data browser's own downloads hold labels where the dissemination service gives codes. Only
labels of dimensions and codes that a reader of ours asks for are listed, and the countries;
any other label has no code here, and is never guessed from a similar one.

Source: Eurostat, code lists FREQ, UNIT, SEX, AGE, CITIZEN and GEO.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

# Eurostat's codes and names of countries where they differ from ISO 3166 and CLDR.
_OWN_CODES = {"GR": "EL", "GB": "UK"}
_OWN_NAMES = {
    "Bosnia and Herzegovina": "BA",
    "Kosovo*": "XK",
    "Kosovo (under United Nations Security Council Resolution 1244/99)": "XK",
    "North Macedonia": "MK",
    "Türkiye": "TR",
    "Germany (until 1990 former territory of the FRG)": "DE",
}
_AGGREGATES = {
    "European Union - 27 countries (from 2020)": "EU27_2020",
    "European Union - 28 countries (2013-2020)": "EU28",
    "Euro area - 20 countries (2023-2025)": "EA20",
    "Euro area – 20 countries (from 2023)": "EA20",
}
_SEX = {"Total": "T", "Males": "M", "Females": "F"}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "freq": {"Annual": "A", "Quarterly": "Q", "Monthly": "M"},
    "unit": {"Person": "PER", "Number": "NR", "Percentage": "PC", "Square kilometre": "KM2"},
    "sex": _SEX,
    "age": {
        "Total": "TOTAL",
        "From 15 to 64 years": "Y15-64",
        "From 20 to 64 years": "Y20-64",
        "Less than 18 years": "Y_LT18",
    },
}
_CITIZENSHIPS = {
    "Total": "TOTAL",
    "Foreign country": "FOR",
    "Reporting country": "NAT",
    "Non-EU27 countries (from 2020) nor reporting country": "NEU27_2020_FOR",
    "EU27 countries (from 2020) except reporting country": "EU27_2020_FOR",
}


@cache
def _countries() -> Mapping[str, str]:
    """English name of a country -> Eurostat's code."""
    names = Locale("en").territories
    iso = {name: code for code, name in names.items() if len(code) == 2 and code.isalpha()}
    return {name: _OWN_CODES.get(code, code) for name, code in iso.items()} | _OWN_NAMES


def code_of(dimension: str, label: str) -> str | None:
    """The code a label of a dimension stands for; None where none is known.

    >>> code_of("geo", "Greece"), code_of("sex", "Total"), code_of("geo", "Narnia")
    ('EL', 'T', None)
    """
    if dimension == "geo":
        return _countries().get(label) or _AGGREGATES.get(label)
    if dimension == "citizen":
        return _CITIZENSHIPS.get(label) or _countries().get(label)
    return _LABELS.get(dimension, {}).get(label)
