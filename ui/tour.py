"""A short tour for whoever is here for the first time; which step is shown is in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from ui import address
from ui.address import kept
from ui.glossary.lookup import link
from ui.language import _, later

KEY = "tour"


@dataclass(frozen=True)
class Step:
    """One step: what it is about, what is said, the place it speaks of, and a word to look up.

    `places` are pages with what their link says; `query` holds for the first of them.
    """

    title: str
    text: str
    places: tuple[tuple[str, str], ...]
    term_id: str
    query: Mapping[str, str] = field(default_factory=dict)


STEPS = (
    Step(
        later("What unknown looks like"),
        later(
            "Hatched is unknown: nobody has published the figure. It is never counted as zero; "
            "rankings leave it out, and sums say how many are unknown."
        ),
        (("sources", later("See where reception places are unknown")),),
        "unknown", {"kind": "capacity"},
    ),
    Step(
        later("What a gap is"),
        later(
            "A gap is need times benchmark, less capacity. Where a figure is known only between "
            "two bounds, so is the gap, and sometimes nobody can tell whether something is short."
        ),
        (("gaps", later("See the gap of every country")),),
        "gap", {"level": "0"},
    ),
    Step(
        later("For whom, and by which benchmark"),
        later(
            "Groups of people are counted apart, and a benchmark says how much is enough. Choose "
            "both beside the map: the page and every download then say which they are."
        ),
        (("gaps", later("See the gaps for unaccompanied children")),),
        "benchmark", {"whom": "unaccompanied_children"},
    ),
    Step(
        later("Where every number is from"),
        later(
            "A quiet line below each map and figure names its date, its status and its source. "
            "Each source has its licence, its caveats and the lines that were refused."
        ),
        (("sources", later("See the sources")),),
        "obs_status", {"source": "temporary_protection"},
    ),
    Step(
        later("Take it away, or bring your own"),
        later(
            "Every view is also a file with its sources. Figures of your own go into a workspace "
            "beside the published ones, always marked as declared."
        ),
        (("data", later("Take data away")), ("add", later("Add data of your own"))),
        "workspace",
    ),
)  # fmt: skip


def tour() -> None:
    """The step that the address asks for, or a quiet way in; never shown unasked."""
    at = step_of(str(st.query_params.get(KEY, "")))
    if at is None:
        address.absent(KEY)
        st.button(
            _("Take the tour: five short steps"), key="tour_begin", type="tertiary",
            on_click=_go, args=(1,), help=_("What the maps mean and where to find what."),
        )  # fmt: skip
        return
    with st.container(key=KEY):
        _say(STEPS[at - 1], at)
        _onward(at)


def step_of(text: str) -> int | None:
    """The step that an address asks for, from 1; None where it asks for none there is.

    >>> step_of("2"), step_of("6"), step_of("")
    (2, None, None)
    """
    return next((at for at in range(1, len(STEPS) + 1) if text == str(at)), None)


def _say(step: Step, at: int) -> None:
    st.caption(_("Tour, step {at} of {many}", at=at, many=len(STEPS)))
    st.markdown(f"##### {_(step.title)}")
    more = _("In the glossary: {term}.", term=link(step.term_id))
    st.markdown(f"{_(step.text)} {more}")
    with st.container(horizontal=True):
        for place, (page, label) in enumerate(step.places):
            query = {} if place else dict(step.query)
            st.page_link(
                f"pages/{page}.py", label=f":primary[{_(label)}]", query_params=kept(query)
            )


def _onward(at: int) -> None:
    """Back, on, and out; the keys stay, so that a keyboard's focus does."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("Back"), key="tour_back", on_click=_go, args=(at - 1,), disabled=at == 1,
            help=_("The step before."),
        )  # fmt: skip
        is_last = at == len(STEPS)
        st.button(
            _("Done") if is_last else _("Next"), key="tour_on", on_click=_go,
            args=(0 if is_last else at + 1,),
            help=_("Ends the tour.") if is_last else _("The step after."),
        )  # fmt: skip
        if not is_last:
            st.button(
                _("End the tour"), key="tour_end", type="tertiary", on_click=_go, args=(0,),
                help=_("It can be taken again at any time."),
            )  # fmt: skip


def _go(at: int) -> None:
    """Show a step; 0 is none."""
    if at:
        st.query_params[KEY] = str(at)
    else:
        address.absent(KEY)
