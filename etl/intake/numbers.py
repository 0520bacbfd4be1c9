"""Numbers as people write them: which sign is the decimal one is decided, or asked.

A column decides by the values that can be read one way only: `12,5` or `1.234,56`. Where all of
them can be read two ways, `1.234`, nothing is guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_SPACES = " \u00a0\u202f\u2009\u2007"
_GAPS = f"{_SPACES}'’"
_SHAPE = re.compile(rf"[-+−]?\d[\d.,{_GAPS}]*|[-+−]?[.,]\d+")
# A power of four digits is no figure of anything, and beyond what can be worked with.
_POWER = re.compile(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d{1,3}")
_GROUPED = {
    # Digits in threes behind a first one to three, parted by one and the same sign.
    sign: re.compile(rf"\d{{1,3}}(?:[{sign}]\d{{3}})+")
    for sign in (".", ",", *(f"{g}" for g in _GAPS))
}
_CURRENCY = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro|,-)$", re.I)
DECIMALS = (",", ".")


def other(sign: str) -> str:
    """The decimal sign where this one parts thousands, and the other way round.

    >>> other("."), other(" ")
    (',', '')
    """
    return {",": ".", ".": ","}.get(sign, "")


@dataclass(frozen=True)
class Style:
    """How a column writes numbers: its decimal sign, '' where it needs none."""

    decimal: str

    @property
    def thousands(self) -> str:
        """The other sign, which can only part thousands."""
        return other(self.decimal)


def without_currency(text: str) -> str:
    """A sum less the sign of the euro.

    >>> without_currency("€ 1.234,50"), without_currency("12 EUR")
    ('1.234,50', '12')
    """
    return _CURRENCY.sub("", text.strip()).strip()


def parsed(text: str, decimal: str) -> Decimal | None:
    """The number a text is with this decimal sign; None where it is none.

    >>> parsed("1.234,5", ","), parsed("1.234,5", "."), parsed("1 234", ",")
    (Decimal('1234.5'), None, Decimal('1234'))
    """
    bare = text.strip().replace("−", "-")
    if _POWER.fullmatch(bare):
        return _decimal(bare.replace(decimal, "."))
    if not _SHAPE.fullmatch(bare):
        return None
    sign, digits = ("-", bare[1:]) if bare[0] == "-" else ("", bare.removeprefix("+"))
    whole, mark, part = digits.strip(_SPACES).partition(decimal)
    if mark and not (part.isascii() and part.isdigit()):
        return None
    plain_digits = _ungrouped(whole) if whole else "0" if part else None
    if plain_digits is None:
        return None
    return _decimal(f"{sign}{plain_digits}.{part}" if part else f"{sign}{plain_digits}")


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _ungrouped(whole: str) -> str | None:
    """The digits before the decimal sign; None where they are not grouped as thousands are."""
    if whole.isascii() and whole.isdigit():
        return whole
    for sign, pattern in _GROUPED.items():
        if pattern.fullmatch(whole):
            # 0.123 is no group of thousands.
            return None if whole.startswith("0") else whole.replace(sign, "")
    return None


def readings(text: str) -> frozenset[str]:
    """The decimal signs with which a text is a number; both where it makes no difference.

    >>> sorted(readings("1.234")), sorted(readings("12,5")), sorted(readings("1,234.5"))
    ([',', '.'], [','], ['.'])
    """
    return frozenset(sign for sign in DECIMALS if parsed(text, sign) is not None)


def is_open(text: str) -> bool:
    """Whether a text is one number or another by its decimal sign.

    >>> is_open("1.234"), is_open("1234"), is_open("1.234,5")
    (True, False, False)
    """
    both = [parsed(text, sign) for sign in DECIMALS]
    return None not in both and both[0] != both[1]


@dataclass(frozen=True)
class Decided:
    """The style of a column and by which value that is known; `open` is one that is not."""

    style: Style | None
    by: str = ""
    open: str = ""


def decide(
    texts: Iterable[str], bounds: tuple[float | None, float | None] = (None, None)
) -> Decided:
    """The style of a column's numbers, None where its values leave it open or contradict.

    `bounds` are the least and the most a value may be: of two readings one beyond them is none.

    >>> decide(["1.234", "12.345,6"])
    Decided(style=Style(decimal=','), by='12.345,6', open='')
    >>> decide(["1.234"]).style is None, decide(["12", "7"]).style
    (True, Style(decimal=''))
    """
    by: dict[str, str] = {}
    first_open = ""
    for text in texts:
        if text.isascii() and text.isdigit():
            continue
        possible = readings(text)
        if is_open(text):
            inside = [s for s in possible if _inside(parsed(text, s), bounds)]
            if len(inside) != 1:
                first_open = first_open or text
                continue
            possible = frozenset(inside)
        if len(possible) == 1:
            by.setdefault(next(iter(possible)), text)
    if len(by) == 1:
        sign, text = next(iter(by.items()))
        return Decided(Style(sign), text)
    if len(by) == 2:
        return Decided(None, open=first_open or min(by.values()))
    return Decided(None, open=first_open) if first_open else Decided(Style(""))


def _inside(number: Decimal | None, bounds: tuple[float | None, float | None]) -> bool:
    low, high = bounds
    return (
        number is not None
        and (low is None or number >= Decimal(low))
        and (high is None or number <= Decimal(high))
    )
