"""Texts of a report that remember how they are made, for pages that speak another language."""

from typing import Any, TypeVar

K = TypeVar("K")


class Said(str):
    """A finished English text with its `message` and the `parts` that fill it."""

    message: str
    parts: dict[str, str]


class Words(dict[K, str]):
    """Words by code that pages say in their language."""


def say(message: str, /, **parts: object) -> Said:
    """A text by its message; a part that is said by itself is turned by itself.

    >>> say("Columns are parted by: {separator}", separator=say("comma"))
    'Columns are parted by: comma'
    """
    made = Said(message.format(**parts) if parts else message)
    made.message = message
    made.parts = {k: v if isinstance(v, Said) else str(v) for k, v in parts.items()}
    return made


def written(text: str) -> dict[str, Any]:
    """`message` and `parts` of a text as JSON holds them; nothing where it has none.

    >>> written(say("Sheet: {sheet}", sheet="Posti")), written("Posti")
    ({'message': 'Sheet: {sheet}', 'parts': {'sheet': 'Posti'}}, {})
    """
    if not isinstance(text, Said):
        return {}
    parts = {name: written(part) or part for name, part in text.parts.items()}
    return {"message": text.message, "parts": parts}
