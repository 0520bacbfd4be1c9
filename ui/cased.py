"""Capital letters at the beginning of what is said."""


def begins(text: str) -> str:
    """A text as the beginning of a sentence or a heading.

    >>> begins("three kinds of data")
    'Three kinds of data'
    """
    return text[:1].upper() + text[1:]
