"""One word of the field, as the product uses it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word and what it means here.

    `name` and `meaning` are English and turned where they are shown; `used` are addresses of
    pages, filters included. `source` is a regulation, a paper or a publisher, by its own name,
    with its address where it has a lasting one; '' where the word is ours.
    """

    term_id: str
    name: str
    meaning: str
    used: tuple[str, ...]
    source: str = ""
    url: str = ""
