"""What a reader can choose on the Vision page; every choice is in the address."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from analysis.index.assumptions import AROUND, EQUAL, OWN, Assumptions
from ui import controls
from ui.area.where import Where, where
from ui.asked import without_a_page
from ui.aspects import AREAS, ASPECTS, BY_ID, CONTEXT, Aspect
from ui.controls import One
from ui.language import Words, _, later
from ui.out.taken import NotOfferedError
from ui.store import Dataset
from ui.vision.words import COMBININGS, FILLINGS, SCALINGS, SHORT_AREAS, WEIGHTS

ALL, FIXED = "all", "fixed"
LEVELS = (0, 1, 2)
KEYS = tuple(area for area in AREAS if area != CONTEXT)
QUESTION = later("Who has a whole strategy, and who a patchwork?")
_WEIGHINGS = Words({ALL: "Tried around the ones above", FIXED: "Exactly as above"})


@dataclass(frozen=True)
class VisionChoice:
    """One picture: where, what counts and how much, which assumptions are tried.

    `weights` has one whole number an area, in the order of KEYS; 0 leaves it out. `only` are the
    aspects that count, none means all. `scaling`, `combining` and `filling` are an option of
    their axis, or `all` of them in turn.
    """

    where: Where
    weights: tuple[int, ...] = (1,) * len(KEYS)
    only: tuple[str, ...] = ()
    scaling: str = ALL
    weighing: str = ALL
    combining: str = ALL
    filling: str = ALL

    def question(self) -> str:
        """The question of the page's title."""
        return _(QUESTION)

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """The aspects that count, in the order of their areas."""
        weight = dict(zip(KEYS, self.weights, strict=True))
        chosen = [each for each in ASPECTS if weight.get(each.area, 0) > 0 and each.better]
        return tuple(each for each in chosen if not self.only or each.aspect_id in self.only)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that count."""
        counting = {each.area for each in self.aspects}
        return tuple(area for area in KEYS if area in counting)

    def assumptions(self) -> Assumptions:
        """The assumptions that are tried in turn."""
        own = len({weight for weight in self.weights if weight}) > 1
        around = (OWN, EQUAL, AROUND) if own else (EQUAL, AROUND)
        return Assumptions(
            _tried(self.scaling, tuple(SCALINGS)),
            (OWN,) if self.weighing == FIXED else around,
            _tried(self.combining, tuple(COMBININGS)),
            _tried(self.filling, tuple(FILLINGS)),
            weights={key: float(each) for key, each in zip(KEYS, self.weights, strict=True)},
        )


def _tried(option: str, every: tuple[str, ...]) -> tuple[str, ...]:
    return every if option == ALL else (option,)


def choose(dataset: Dataset) -> VisionChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        at = where(dataset, 0, LEVELS)
        with _fold(_("How much each area counts")):
            weights = tuple(_weight(area) for area in KEYS)
        only = controls.several(
            One(
                _("Aspects"), "aspects", [each.aspect_id for each in ASPECTS if each.better],
                lambda each: _(BY_ID[each].label),
                _("Only these figures go into the picture."),
            ),
            _("All aspects of these areas"),
        )  # fmt: skip
        with _fold(_("Assumptions: tried in turn, or held")):
            choice = VisionChoice(
                at, weights, only,
                _axis(_("Put on one scale by"), "scaling", SCALINGS),
                controls.select(
                    One(_("Weights"), "weighing", list(_WEIGHINGS), _WEIGHINGS.__getitem__,
                        about=_("The weights above exactly, or drawn around them, to see how far "
                                "ranks depend on them."))
                ),
                _axis(_("Put together by"), "combining", COMBININGS),
                _axis(_("What is unknown"), "filling", FILLINGS),
            )  # fmt: skip
        if choice.aspects:
            return choice
        found = without_a_page()
        if found and found.strict:
            allowed = ("at least one area that counts and one aspect of it",)
            raise NotOfferedError("weigh", "nothing counts", allowed)
        controls.note(_("Nothing would count: all aspects of all areas are shown instead."))
        return replace(choice, weights=(1,) * len(KEYS), only=())


def _fold(label: str) -> AbstractContextManager[Any]:
    """Controls that are opened when they are wanted."""
    return nullcontext() if without_a_page() else st.expander(label)


def _weight(area: str) -> int:
    """How much an area counts: nothing, once, twice, thrice."""
    return controls.slider(
        One(
            SHORT_AREAS[area], f"weigh_{area}", list(WEIGHTS), WEIGHTS.__getitem__,
            _(AREAS[area]), 1,
        )
    )  # fmt: skip


def _axis(label: str, key: str, options: dict[str, str]) -> str:
    """One assumption: all options in turn, or one that is held."""
    words = {ALL: _("All, in turn"), **dict(options.items())}
    return controls.select(
        One(
            label,
            key,
            list(words),
            words.__getitem__,
            about=_("Tried in turn, the options make ranks ranges; held, only one of them counts."),
        )
    )
