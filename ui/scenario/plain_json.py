"""JSON from anybody, read strictly: of a size, no deeper than it need be, every key once."""

import json
import math
from collections import Counter
from operator import itemgetter
from typing import Any

from ui.language import _, later

MOST_BYTES, DEEPEST, _MOST_DIGITS = 200_000, 8, 15
_OPEN, _CLOSE = "[{", "]}"


class DocumentError(ValueError):
    """A file that is no scenario: where it goes wrong, what is wrong, what to do."""

    def __init__(self, where: str, wrong: str, instead: str) -> None:
        super().__init__(f"{where}: {wrong}. {instead}")
        self.where, self.wrong, self.instead = where, wrong, instead


_AGAIN = later("Take the file as it was downloaded from the Scenario page.")


def parsed(data: bytes) -> Any:
    """What the JSON says; DocumentError for what is too large, too deep or no plain JSON."""
    if len(data) > MOST_BYTES:
        raise DocumentError(
            _("the file"), _("it has more than {number} bytes", number=f"{MOST_BYTES:,}"), _(_AGAIN)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(
            _("byte {number}", number=error.start + 1), _("it is not UTF-8 text"), _(_AGAIN)
        ) from None
    _shallow(text)
    try:
        return json.loads(
            text, parse_constant=_no_number, parse_int=_whole, parse_float=_finite,
            object_pairs_hook=_once,
        )  # fmt: skip
    except json.JSONDecodeError as error:
        where = _("line {line}, column {column}", line=error.lineno, column=error.colno)
        raise DocumentError(
            where, _("it is not JSON ({error})", error=error.msg), _(_AGAIN)
        ) from None


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
            raise DocumentError(
                _("line {line}", line=line), _("brackets stand {number} deep", number=DEEPEST + 1),
                _(_AGAIN),
            )  # fmt: skip


def _no_number(name: str) -> Any:
    raise DocumentError(
        _("a number"), _("{value} is no number", value=name), _("Write a number, or null for none.")
    )


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise DocumentError(
            _("a number"),
            _("{value} has too many digits", value=f"{text[:20]}..."),
            _("Write a smaller one."),
        )
    return int(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value) or len(text) > 40:
        raise DocumentError(
            _("a number"), _("{value} is too large", value=text[:20]), _("Write a smaller one.")
        )
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = max(Counter(name for name, _value in pairs).items(), key=itemgetter(1))[0]
        raise DocumentError(
            _("an object"),
            _("{value} stands twice", value=shown(twice)),
            _("Take one of them out."),
        )
    return found


def shown(value: object) -> str:
    """A value as a sentence quotes it: short, on one line, without signs that do not show."""
    plain = json.dumps(value, ensure_ascii=True, default=str)
    return plain if len(plain) <= 40 else f"{plain[:37]}..."


def fields(value: Any, where: str, needed: tuple[str, ...], may: tuple[str, ...]) -> dict[str, Any]:
    """An object with these names and no others; DocumentError says which is missing or new."""
    if not isinstance(value, dict):
        raise DocumentError(
            where,
            _("{value} is no object", value=shown(value)),
            _("Write it as {form}.", form="{...}"),
        )
    if strangers := [name for name in value if name not in needed + may]:
        raise DocumentError(
            where, _("{value} is not known here", value=shown(strangers[0])),
            _("Known are: {names}.", names=", ".join(needed + may)),
        )  # fmt: skip
    if missing := [name for name in needed if name not in value]:
        raise DocumentError(where, _("{name} is missing", name=missing[0]), _("Add it."))
    return value


def text(value: Any, where: str, longest: int) -> str:
    """A text no longer than so many letters."""
    if not isinstance(value, str) or len(value) > longest:
        raise DocumentError(
            where,
            _("{value} is no text of up to {number} letters", value=shown(value), number=longest),
            _("Write one."),
        )
    return value


def listed(value: Any, where: str, most: int) -> list[Any]:
    """A list of so many at most."""
    if not isinstance(value, list):
        raise DocumentError(
            where,
            _("{value} is no list", value=shown(value)),
            _("Write it as {form}.", form="[...]"),
        )
    if len(value) > most:
        raise DocumentError(
            where,
            _("{number} are too many", number=len(value)),
            _("Keep {number} at most.", number=most),
        )
    return value
