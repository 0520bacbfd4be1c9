"""JSON from anybody, read strictly: of a size, no deeper than it need be, every key once."""

import json
import math
from collections import Counter
from operator import itemgetter
from typing import Any

MOST_BYTES, DEEPEST, _MOST_DIGITS = 200_000, 8, 15
_OPEN, _CLOSE = "[{", "]}"


class DocumentError(ValueError):
    """A file that is no scenario: where it goes wrong, what is wrong, what to do."""

    def __init__(self, where: str, wrong: str, instead: str) -> None:
        super().__init__(f"{where}: {wrong}. {instead}")
        self.where, self.wrong, self.instead = where, wrong, instead


_AGAIN = "Take the file as it was downloaded from the Scenario page."


def parsed(data: bytes) -> Any:
    """What the JSON says; DocumentError for what is too large, too deep or no plain JSON."""
    if len(data) > MOST_BYTES:
        raise DocumentError("the file", f"it has more than {MOST_BYTES:,} bytes", _AGAIN)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"byte {error.start + 1}", "it is not UTF-8 text", _AGAIN) from None
    _shallow(text)
    try:
        return json.loads(
            text, parse_constant=_no_number, parse_int=_whole, parse_float=_finite,
            object_pairs_hook=_once,
        )  # fmt: skip
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise DocumentError(where, f"it is not JSON ({error.msg})", _AGAIN) from None


def _shallow(text: str) -> None:
    """Refuse brackets within brackets beyond what a scenario has; those of texts do not count."""
    depth, is_text, is_escaped = 0, False, False
    for at, sign in enumerate(text):
        if is_text:
            is_text = is_escaped or sign != '"'
            is_escaped = sign == "\\" and not is_escaped
        elif sign == '"':
            is_text = True
        elif sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth -= 1
        if depth > DEEPEST:
            line = text.count("\n", 0, at) + 1
            raise DocumentError(f"line {line}", f"brackets stand {DEEPEST + 1} deep", _AGAIN)


def _no_number(name: str) -> Any:
    raise DocumentError("a number", f"{name} is no number", "Write a number, or null for none.")


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise DocumentError(
            "a number", f"{text[:20]}... has too many digits", "Write a smaller one."
        )
    return int(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value) or len(text) > 40:
        raise DocumentError("a number", f"{text[:20]} is too large", "Write a smaller one.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = max(Counter(name for name, _ in pairs).items(), key=itemgetter(1))[0]
        raise DocumentError("an object", f"{shown(twice)} stands twice", "Take one of them out.")
    return found


def shown(value: object) -> str:
    """A value as a sentence quotes it: short, on one line, without signs that do not show."""
    plain = json.dumps(value, ensure_ascii=True, default=str)
    return plain if len(plain) <= 40 else f"{plain[:37]}..."


def fields(value: Any, where: str, needed: tuple[str, ...], may: tuple[str, ...]) -> dict[str, Any]:
    """An object with these names and no others; DocumentError says which is missing or new."""
    if not isinstance(value, dict):
        raise DocumentError(where, f"{shown(value)} is no object", "Write it as {...}.")
    if strangers := [name for name in value if name not in needed + may]:
        raise DocumentError(
            where, f"{shown(strangers[0])} is not known here",
            f"Known are: {', '.join(needed + may)}.",
        )  # fmt: skip
    if missing := [name for name in needed if name not in value]:
        raise DocumentError(where, f"{missing[0]} is missing", "Add it.")
    return value


def text(value: Any, where: str, longest: int) -> str:
    """A text no longer than so many letters."""
    if not isinstance(value, str) or len(value) > longest:
        raise DocumentError(
            where, f"{shown(value)} is no text of up to {longest} letters", "Write one."
        )
    return value


def listed(value: Any, where: str, most: int) -> list[Any]:
    """A list of so many at most."""
    if not isinstance(value, list):
        raise DocumentError(where, f"{shown(value)} is no list", "Write it as [...].")
    if len(value) > most:
        raise DocumentError(where, f"{len(value)} are too many", f"Keep {most} at most.")
    return value
