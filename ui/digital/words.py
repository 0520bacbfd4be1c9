"""Languages and services in words: names, lists, intervals, what a service states."""

from collections.abc import Hashable, Iterable
from typing import Any

from analysis import languages as spoken
from analysis.practice import AFTER, BEFORE, DURING, started
from ui import words
from ui.language import Words, _, current, n_
from ui.language.numbers import locale
from ui.words import THIN, counted, listed

Row = dict[Hashable, Any]
# Languages of many newcomers that CLDR has no English name for, or one that says too little.
_MORE_NAMES = Words({
    "haz": "Hazaragi", "skr": "Saraiki", "rkt": "Rangpuri", "syl": "Sylheti", "fvr": "Fur",
    "bci": "Baoulé", "prd": "Parsi-Dari", "mwk": "Kita Maninka", "rmt": "Domari",
    "ffm": "Maasina Fulfulde", "fuv": "Nigerian Fulfulde", "luz": "Southern Luri", "lki": "Laki",
    "zdj": "Ngazidja Comorian", "hno": "Northern Hindko", "ku": "Kurdish (Kurmanji)",
    "ckb": "Kurdish (Sorani)", "fa": "Persian (Farsi, Dari)",
})  # fmt: skip
STATES = Words(
    {
        spoken.SPOKEN: "a known service speaks it",
        spoken.OWN: "the country's own language",
        spoken.NOT_KNOWN: "no known service speaks it",
        spoken.CANNOT_TELL: "cannot tell: services do not list theirs",
        spoken.NO_SERVICE: "no digital service is known",
    }
)
PHASES = Words(
    {
        BEFORE: "before COVID-19",
        DURING: "in the years of COVID-19, 2020 to 2022",
        AFTER: "after COVID-19",
    }
)
_ACCESSIBLE = Words(
    {
        "full": "States that it meets the accessibility standard in full.",
        "partial": "States that it meets the accessibility standard in part.",
        "none": "Has no accessibility statement.",
    }
)


def language(code: str) -> str:
    """Name of a language in the reader's; its code where it has none.

    >>> language("ti"), language("ckb"), language("xyz")
    ('Tigrinya', 'Kurdish (Sorani)', 'language xyz')
    """
    named = _MORE_NAMES.get(code) or locale().languages.get(code)
    return named or _("language {code}", code=code)


def inside(label: str) -> str:
    """A label as it stands inside a sentence; German writes its nouns as they are.

    >>> inside("Evidence of use")
    'evidence of use'
    """
    return label if current() == "de" else label.lower()


def languages(codes: Iterable[str]) -> str:
    """Languages by name in prose, in the order of the alphabet."""
    return listed(sorted(language(code) for code in codes))


def people(lower: float, upper: float) -> str:
    """Persons as an interval, with two digits where shares are no finer.

    >>> people(0, 1234567).replace(THIN, " "), people(500, 500.2)
    ('up to 1.23 million', 'about 500')
    """
    low, high = words.short(_rough(lower)), words.short(_rough(upper))
    if low == high:
        return _("about {count}", count=high)
    if _rough(lower) == 0:
        return _("up to {count}", count=high)
    return _("{first} to {last}", first=low, last=high)


def _rough(persons: float) -> float:
    return float(f"{persons:.2g}") if persons < 1e5 else persons


def percent(lower: float, upper: float) -> str:
    """A share as an interval.

    >>> percent(12.3, 48.2).replace(THIN, " ")
    '12 to 48 %'
    """
    low, high = words.rate(float(lower)), words.rate(float(upper))
    interval = high if low == high else _("{first} to {last}", first=low, last=high)
    return f"{interval}{THIN}%"


def speaks(row: Row) -> str:
    """The languages of a service in a sentence."""
    named = str(row["languages"]).split() if words.is_known(row["languages"]) else []
    total = int(row["languages_count"]) if words.is_known(row["languages_count"]) else None
    if total is not None and total == len(named):
        return n_(
            "Speaks {count} language: {languages}.", "Speaks {count} languages: {languages}.",
            total, count=counted(total), languages=languages(named),
        )  # fmt: skip
    if named and total is None:
        return _("Speaks {languages}; others are not named.", languages=languages(named))
    if named and total is not None:
        return n_(
            "Speaks {languages}; {count} is not named.",
            "Speaks {languages}; {count} are not named.",
            total - len(named), languages=languages(named),
        )  # fmt: skip
    if total is not None:
        return n_(
            "Speaks {count} language, which its page does not name.",
            "Speaks {count} languages, which its page does not name.",
            total, count=counted(total),
        )  # fmt: skip
    return _("Languages: not stated.")


def used(row: Row) -> str:
    """The evidence of use in words; '' where none is stated."""
    value, lower = row["use_value"], row["use_lower"]
    if words.is_known(value):
        much = words.short(float(value))
    elif words.is_known(lower):
        much = _("more than {count}", count=words.short(float(lower)))
    else:
        return ""
    when = f" ({words.day(str(row['use_period']))})" if words.is_known(row["use_period"]) else ""
    return f"{much} {words.escaped(_(str(row['use_unit'])))}{when}"


def stated(row: Row) -> list[str]:
    """What a service states besides its languages, in sentences; what it does not is left out."""
    found = []
    if words.is_known(row["provider"]):
        found.append(_("Run by {provider}.", provider=words.escaped(str(row["provider"]))))
    if row["reach"] == "part":
        found.append(_("Serves some towns or districts there, not everybody."))
    if phase := started(row["started"]):
        since = words.day(str(row["started"]))
        found.append(_("In use since {day}, {phase}.", day=since, phase=PHASES[phase]))
    if use := used(row):
        found.append(_("Used: {use}.", use=use))
    if words.is_known(row["accessibility"]):
        found.append(_ACCESSIBLE[str(row["accessibility"])])
    if words.is_known(row["offline"]):
        found.append(_("Works offline.") if row["offline"] else _("Needs a connection."))
    if words.is_known(row["updated"]):
        found.append(_("Last updated {day}.", day=words.day(str(row["updated"]))))
    if words.is_known(row["on_site"]):
        found.append(_("Has a counterpart on site.") if row["on_site"] else _("Has none on site."))
    if words.is_known(row["effect"]):
        found.append(_("Effect: {effect}.", effect=words.escaped(str(row["effect"]))))
    return found
