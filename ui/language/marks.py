"""The marks that a message carries in the code: what is collected, and what turns it."""

from typing import Any, Generic, TypeVar

from ui.language.catalogue import catalogue
from ui.language.numbers import grouped
from ui.language.spoken import ENGLISH, current

K = TypeVar("K")


def _(message: str, /, **parts: object) -> str:
    """A message in the reader's language, its `{parts}` filled in.

    `message` is English and is written out at the call, never glued: another language puts its
    words in another order. A translation whose parts do not fit gives way to the English.

    >>> _("In {unit}.", unit="places")
    'In places.'
    """
    language = current()
    if language == ENGLISH:
        return message.format(**parts) if parts else message
    turned = catalogue(language).gettext(message) if message else message
    return _filled(turned, message, parts)


def n_(one: str, many: str, count: int, /, **parts: object) -> str:
    """A message that depends on a count, by the plural forms of the reader's language.

    `{count}` stands for the count with its thousands apart, unless `parts` say it otherwise.

    >>> n_("{count} region is short", "{count} regions are short", 2)
    '2 regions are short'
    """
    parts = {"count": grouped(count), **parts}
    language = current()
    english = one if count == 1 else many
    if language == ENGLISH:
        return english.format(**parts)
    return _filled(catalogue(language).ngettext(one, many, count), english, parts)


def later(message: str) -> str:
    """Mark a message that is kept in English and turned where it is shown, by `_(message)`."""
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message with its plural that is turned where it is shown, by `n_(*pair, count)`."""
    return one, many


class Words(dict[K, str], Generic[K]):
    """A table of words by code: looked up, it answers in the reader's language.

    >>> Words({"gap": "Gap", "need": "Need"})["gap"]
    'Gap'
    """

    def __getitem__(self, key: K) -> str:
        return _(super().__getitem__(key))

    def get(self, key: K, default: Any = None) -> Any:
        return _(super().__getitem__(key)) if key in self else default

    def values(self) -> Any:
        return [self[key] for key in self]

    def items(self) -> Any:
        return [(key, self[key]) for key in self]


def _filled(turned: str, english: str, parts: dict[str, object]) -> str:
    if not parts:
        return turned
    try:
        return turned.format(**parts)
    except (KeyError, IndexError, ValueError):
        return english.format(**parts)
