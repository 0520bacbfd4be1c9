"""How many proposals there are and how they stand, and what is odd about the journal."""

from collections import Counter

import streamlit as st

from analysis.corrections import ACCEPTED, REJECTED, STATES, Standing
from ui import address, words
from ui.address import link
from ui.corrections.choice import ALL, HERE
from ui.corrections.store import Book
from ui.corrections.verdict import STATES as IN_WORDS
from ui.language import Words, _, later, n_

RULES = later(
    "A published figure stays as it is: a correction stands beside it with its reason, its "
    "evidence and who says so, and everybody can see what it would move. Another organisation "
    "than the one that proposes reviews it. **Names are not verified:** Groundwork has no login. "
    "A server for others should put it behind one."
)

WHERE_REST = later(
    "Which figure or place, whom it counts and when: choose in the sidebar. On a phone the arrows "
    "at the top left open it."
)
_WHERE = Words({ALL: "All of Europe", HERE: "This territory"})


def sentence(standings: tuple[Standing, ...]) -> str:
    """The state of the proposals in a sentence."""
    if not standings:
        return _(
            "**Nobody has proposed a correction yet.** If you know a figure or a place better than "
            "what is published, as an authority, an organisation, a newcomer or a neighbour, say "
            "so here."
        )
    waiting = sum(each.pending for each in standings)
    counts = Counter(each.state for each in standings)
    done = {"accepted": _accepted(counts[ACCEPTED]), "rejected": _rejected(counts[REJECTED])}
    if not waiting:
        return _("**No proposal waits for a decision**; {accepted}, {rejected}.", **done)
    return n_(
        "**{count} proposal waits for a decision**; {accepted}, {rejected}.",
        "**{count} proposals wait for a decision**; {accepted}, {rejected}.",
        waiting, count=words.counted(waiting).capitalize(), **done,
    )  # fmt: skip


def _accepted(count: int) -> str:
    if not count:
        return _("none is accepted")
    return n_("{count} is accepted", "{count} are accepted", count, count=words.counted(count))


def _rejected(count: int) -> str:
    if not count:
        return _("none is rejected")
    return n_("{count} is rejected", "{count} are rejected", count, count=words.counted(count))


def to_choose(territory_id: str) -> str:
    """What to do where nothing is chosen that could be corrected."""
    if territory_id:
        return _("Choose in the sidebar what you would correct.")
    return _(
        "Choose a country, or come from a figure on [Gaps]({gaps}) or [Figures]({figures}).",
        gaps=link("gaps"), figures=link("figures"),
    )  # fmt: skip


def problems(book: Book) -> None:
    """Tell what is odd about the journal; nothing of it is passed over in silence."""
    if book.problems:
        told = "\n".join(f"- {words.escaped(each)}" for each in book.problems)
        odd = _("The journal of corrections is not as it was written.")
        st.warning(f"{odd}\n\n{told}")


def listed_where(territory_id: str) -> tuple[str, str]:
    """Which proposals to list: of all territories or the one chosen, in which state."""
    where = ALL
    if not territory_id:
        address.absent("of")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if territory_id:
            where = st.radio(
                _("Where"), [ALL, HERE], horizontal=True,
                format_func=_WHERE.__getitem__,
                help=_("Proposals for the territory chosen above, or for all."),
                **address.one("of", [ALL, HERE], ALL),
            )  # fmt: skip
        state = st.selectbox(
            _("State"), [ALL, *STATES], width=220,
            format_func=lambda key: _("All") if key == ALL else IN_WORDS[key],
            help=_("Open: nobody reviewed it yet. The last review of a proposal counts."),
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
