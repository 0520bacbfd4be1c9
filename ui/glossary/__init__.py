"""The field's words as this product uses them: one plain meaning each, its source, its pages."""

from ui.glossary import capacity, figures, methods, people, space, together
from ui.glossary.term import Term
from ui.language import Words

# Parts of the page in their order.
PARTS: dict[str, tuple[Term, ...]] = {
    "capacity": capacity.TERMS,
    "people": people.TERMS,
    "space": space.TERMS,
    "figures": figures.TERMS,
    "methods": methods.TERMS,
    "together": together.TERMS,
}
PART_WORDS = Words(
    {
        "capacity": "What is needed, what is there, what is short",
        "people": "People",
        "space": "Territories and ways",
        "figures": "Figures and files",
        "methods": "Methods",
        "together": "Partners, money, pathways",
    }
)
TERMS: tuple[Term, ...] = tuple(each for part in PARTS.values() for each in part)
BY_ID: dict[str, Term] = {each.term_id: each for each in TERMS}
