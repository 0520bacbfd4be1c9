"""A statement in words: an amount with its unit, a range, a text, or that it is unknown."""

from analysis.corrections import Statement
from analysis.disclosure import in_words
from ui import words
from ui.corrections.target import BLUR
from ui.language import _, current
from ui.language.numbers import with_point
from ui.language.spoken import ENGLISH


def statement(says: Statement, unit: str, guard: str = "") -> str:
    """What is said, escaped: '1 200 places', 'between 10 and 20', 'unknown'."""
    if says.text:
        return words.escaped(says.text)
    if says.value is not None and (says.lower is None or says.lower == says.upper):
        number = _blurred(says.value) if guard == BLUR else _number(says.value)
        return _with_unit(number, unit)
    said = _ends(says)
    return _with_unit(said, unit) if said else _("unknown")


def _ends(says: Statement) -> str:
    """A range in words; '' where neither end is said."""
    if says.lower is not None and says.upper is not None:
        ends = {"first": _number(says.lower), "last": _number(says.upper)}
        if says.value is None:
            return _("between {first} and {last}", **ends)
        about = _number(says.value)
        return _("about {about}, between {first} and {last}", about=about, **ends)
    if says.lower is not None:
        return _("at least {count}", count=_number(says.lower))
    return "" if says.upper is None else _("at most {count}", count=_number(says.upper))


def _number(value: float) -> str:
    return words.number(value) if value == int(value) else with_point(f"{value:g}")


def _blurred(value: float) -> str:
    return in_words(value) if current() == ENGLISH or not value else words.number(value)


def _with_unit(number: str, unit: str) -> str:
    if unit.startswith("percent"):
        said = _(unit) if unit != "percent" else unit
        rest = said.partition(" ")[2] if " " in unit else ""
        return f"{number}{words.THIN}%{f' {rest}' if rest else ''}"
    return f"{number} {_(unit)}".strip()
