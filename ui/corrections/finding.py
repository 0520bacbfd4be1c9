"""How many proposals there are and how they stand, and what is odd about the journal."""

from collections import Counter

import streamlit as st

from analysis.corrections import ACCEPTED, REJECTED, STATES, Standing
from ui import address, words
from ui.address import link
from ui.corrections.choice import ALL, HERE
from ui.corrections.store import Book

RULES = (
    "A published figure stays as it is: a correction stands beside it with its reason, its "
    "evidence and who says so, and everybody can see what it would move. Another organisation "
    "than the one that proposes reviews it. **Names are not verified:** Groundwork has no login. "
    "A server for others should put it behind one."
)

WHERE_REST = (
    "Which figure or place, whom it counts and when: choose in the sidebar. On a phone the arrows "
    "at the top left open it."
)


def sentence(standings: tuple[Standing, ...]) -> str:
    """The state of the proposals in a sentence."""
    if not standings:
        return (
            "**Nobody has proposed a correction yet.** If you know a figure or a place better than "
            "what is published, as an authority, an organisation, a newcomer or a neighbour, say "
            "so here."
        )
    waiting = sum(each.pending for each in standings)
    counts = Counter(each.state for each in standings)
    verb = "waits" if waiting < 2 else "wait"
    lead = f"**{_capital(waiting)} {verb} for a decision**"
    done = f"{_of(counts[ACCEPTED])} accepted, {_of(counts[REJECTED])} rejected"
    return f"{lead}; {done}."


def _capital(waiting: int) -> str:
    text = words.count_of(waiting, "proposal") if waiting else "no proposal"
    return text[:1].upper() + text[1:]


def _of(count: int) -> str:
    spelled = words.count_of(count, "x").split()[0] if count else "none"
    return f"{spelled} {'are' if count > 1 else 'is'}"


def to_choose(territory_id: str) -> str:
    """What to do where nothing is chosen that could be corrected."""
    if territory_id:
        return "Choose in the sidebar what you would correct."
    gaps, figures = link("gaps"), link("figures")
    return f"Choose a country, or come from a figure on [Gaps]({gaps}) or [Figures]({figures})."


def problems(book: Book) -> None:
    """Tell what is odd about the journal; nothing of it is passed over in silence."""
    if book.problems:
        told = "\n".join(f"- {words.escaped(each)}" for each in book.problems)
        st.warning(f"The journal of corrections is not as it was written.\n\n{told}")


def listed_where(territory_id: str) -> tuple[str, str]:
    """Which proposals to list: of all territories or the one chosen, in which state."""
    where = ALL
    if not territory_id:
        address.absent("of")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if territory_id:
            where = st.radio(
                "Where", [ALL, HERE], horizontal=True,
                format_func={ALL: "All of Europe", HERE: "This territory"}.__getitem__,
                help="Proposals for the territory chosen above, or for all.",
                **address.one("of", [ALL, HERE], ALL),
            )  # fmt: skip
        state = st.selectbox(
            "State", [ALL, *STATES], width=220,
            format_func=lambda key: "All" if key == ALL else key.capitalize(),
            help="Open: nobody reviewed it yet. The last review of a proposal counts.",
            **address.one("state", [ALL, *STATES], ALL),
        )  # fmt: skip
    return where, state


def filtered(
    standings: tuple[Standing, ...], territory_id: str, where: str, state: str
) -> tuple[Standing, ...]:
    """The proposals of a territory, or of all, in a state, or in any."""
    return tuple(
        each for each in standings
        if (where != HERE or each.proposal.subject.territory_id == territory_id)
        and state in (ALL, each.state)
    )  # fmt: skip
