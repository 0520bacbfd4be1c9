"""Countries as they are looked for: by their English name or their own."""

from collections.abc import Mapping

from ui.words import country


def named(own: Mapping[str, str]) -> dict[str, str]:
    """Countries by code as 'Italy (Italia)', in the order of their English names.

    >>> named({"IT": "Italia", "DE": "Deutschland", "IE": "Ireland"})
    {'DE': 'Germany (Deutschland)', 'IE': 'Ireland', 'IT': 'Italy (Italia)'}
    """
    labels = {code: _both(country(code), name.rstrip("*")) for code, name in own.items()}
    return dict(sorted(labels.items(), key=lambda each: each[1]))


def _both(english: str, own: str) -> str:
    return english if own.casefold() == english.casefold() else f"{english} ({own})"
