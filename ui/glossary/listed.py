"""The glossary as a page shows it: words and meanings, each with its source and its pages."""

import html
from collections.abc import Sequence

import streamlit as st

from ui import address
from ui.glossary import BY_ID, PART_WORDS, PARTS, TERMS
from ui.glossary.term import Term
from ui.language import Words, _, n_

PAGES = Words(
    {
        "": "Overview", "gaps": "Gaps", "figures": "Figures", "reach": "Reach",
        "sources": "Sources", "territory": "Territory", "compare": "Compare",
        "equality": "Equality", "vision": "Vision", "alliances": "Alliances",
        "scenario": "Scenario", "sites": "Sites", "stress": "Stress", "protection": "Protection",
        "sponsorship": "Sponsorship", "partnership": "Partnership", "funds": "Funds",
        "digital": "Digital", "plan": "Action Plan", "data": "Take data away", "add": "Add data",
        "corrections": "Corrections", "dictionary": "Dictionary",
    }
)  # fmt: skip
_NONE = ""


def choose() -> tuple[str, str]:
    """The term that is looked up, '' for none, and the words that are looked for."""
    ids = sorted(BY_ID, key=lambda each: _(BY_ID[each].name).casefold())
    left, right = st.columns(2)
    with left:
        term = st.selectbox(
            _("A word"), [_NONE, *ids],
            format_func=lambda each: _(BY_ID[each].name) if each else _("All words"),
            help=_("Its meaning stands first, above all others."),
            **address.one("term", [_NONE, *ids], _NONE),
        )  # fmt: skip
    with right:
        text = st.text_input(
            _("Search"), placeholder=_("A word, a law or an author"), max_chars=80,
            help=_("Looks into words, meanings and sources."), **address.text("word"),
        )  # fmt: skip
    return term, text


def count() -> str:
    """How many words there are, and what the other list is for."""
    dictionary = address.link("dictionary")
    many = n_("{count} word", "{count} words", len(TERMS))
    return _(
        "{many} of the field, as they are used here. What the columns and codes of the tables hold "
        "is in the [dictionary]({dictionary}).",
        many=many, dictionary=dictionary,
    )  # fmt: skip


def one(term: Term) -> None:
    """The term that was asked for, above the others."""
    with st.container(key="looked_up"):
        st.html(_list([term]))


def listed(terms: Sequence[Term], sought: bool) -> None:
    """The terms by part, or in one list where they were sought: the best stand first."""
    if sought:
        st.html(_list(terms))
        return
    for part, inside in PARTS.items():
        st.markdown(f"##### {PART_WORDS[part]}")
        st.html(_list(sorted(inside, key=lambda each: _(each.name).casefold())))


def _list(terms: Sequence[Term]) -> str:
    """Words of our own alone: a list of definitions."""
    return f"<dl class='gw-glossary'>{''.join(map(_entry, terms))}</dl>"


def _entry(term: Term) -> str:
    name, meaning = html.escape(_(term.name)), html.escape(_(term.meaning))
    page = html.escape(address.link(f"glossary?term={term.term_id}"))
    said = [each for each in (_source(term), _used(term)) if each]
    return (
        f"<div><dt><a href='{page}'>{name}</a></dt>"
        f"<dd>{meaning}<small>{' · '.join(said)}</small></dd></div>"
    )


def _source(term: Term) -> str:
    name = html.escape(term.source)
    return f"<a href='{html.escape(term.url)}'>{name}</a>" if term.url else name


def _used(term: Term) -> str:
    """The pages on which the word is used, each a link."""
    links = ", ".join(
        f"<a href='{html.escape(address.link(page or '.'))}'>"
        f"{html.escape(PAGES[page.partition('?')[0]])}</a>"
        for page in term.used
    )
    return _("used on {pages}", pages=links) if links else ""
