"""How a proposal stands, in words: what was decided and by whom, whom nobody has verified.

Groundwork has no login, so a review is worth what its name is worth. A reader is told so at each
decision, and where the name that decides is nearly the one that proposes.
"""

from analysis.corrections import (
    ACCEPT,
    ACCEPTED,
    ASK,
    NEEDS_EVIDENCE,
    OPEN,
    REJECT,
    REJECTED,
    WITHDRAWN,
    Proposal,
    Review,
    Standing,
)
from analysis.names import alike
from ui import words
from ui.language import Words, _, later

STATES = Words({
    OPEN: "Open", ACCEPTED: "Accepted", REJECTED: "Rejected", NEEDS_EVIDENCE: "Needs evidence",
    WITHDRAWN: "Withdrawn",
})  # fmt: skip
_DECIDED = {
    ACCEPT: later("Accepted by {organisation}, not verified."),
    REJECT: later("Rejected by {organisation}, not verified."),
    ASK: later("Evidence asked for by {organisation}, not verified."),
}
ALIKE = later("The reviewer's name is much like the proposer's.")


def reviewed(proposal: Proposal, review: Review) -> str:
    """Who decided what, as somebody whom nobody has verified; whether the two names are alike."""
    said = _(_DECIDED[review.decision], organisation=words.escaped(review.organisation))
    return f"{said} {_(ALIKE)}" if alike(proposal.organisation, review.organisation) else said


def standing(found: Standing) -> str:
    """The state of a proposal, and by whom where the last word is a review's."""
    if found.withdrawal is None and found.reviews:
        return reviewed(found.proposal, found.reviews[-1])
    return STATES[found.state]
