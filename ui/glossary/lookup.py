"""Find a word of the glossary, and link to it."""

from ui import address, chosen
from ui.glossary import BY_ID, TERMS
from ui.glossary.term import Term
from ui.language import _


def matching(text: str) -> tuple[Term, ...]:
    """Terms with the text in their word, meaning or source, as the reader reads them.

    Those with it in their word come first; all where nothing is looked for.
    """
    wanted = chosen.plain(text)
    if not wanted:
        return TERMS
    named = [each for each in TERMS if wanted in chosen.plain(_(each.name))]
    told = [each for each in TERMS if wanted in chosen.plain(f"{_(each.meaning)} {each.source}")]
    return tuple(dict.fromkeys([*named, *told]))


def link(term_id: str, word: str = "") -> str:
    """Markdown that leads to a term; `word` where the sentence needs another form of it."""
    said = word or _(BY_ID[term_id].name)
    return f"[{said}]({address.link(f'glossary?term={term_id}')})"
