"""Small and capital letters of our own words, as the reader's language has them."""

from ui.language import current

# A noun keeps its capital letter inside a sentence.
_NOUNS_ARE_CAPITAL = frozenset({"de"})


def begins(text: str) -> str:
    """A text as the beginning of a sentence or a heading.

    >>> begins("three kinds of data")
    'Three kinds of data'
    """
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """A label as it stands inside a sentence; what begins with an abbreviation stays.

    >>> inside("Reception places"), inside("EU money")
    ('reception places', 'EU money')
    """
    if current() in _NOUNS_ARE_CAPITAL or label[:2].isupper():
        return label
    return label[:1].lower() + label[1:]
