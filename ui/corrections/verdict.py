"""How a proposal stands, in words: what was decided and by whom, whom nobody has verified.

Groundwork has no login, so a review is worth what its name is worth. A reader is told so at each
decision, and where the name that decides is nearly the one that proposes.
"""

from analysis.corrections import ACCEPT, ASK, REJECT, Proposal, Review, Standing
from analysis.names import alike
from ui import words

_DECIDED = {ACCEPT: "Accepted by", REJECT: "Rejected by", ASK: "Evidence asked for by"}
ALIKE = "The reviewer's name is much like the proposer's."


def reviewed(proposal: Proposal, review: Review) -> str:
    """Who decided what, as somebody whom nobody has verified; whether the two names are alike."""
    said = f"{_DECIDED[review.decision]} {words.escaped(review.organisation)}, not verified."
    return f"{said} {ALIKE}" if alike(proposal.organisation, review.organisation) else said


def standing(found: Standing) -> str:
    """The state of a proposal, and by whom where the last word is a review's."""
    if found.withdrawal is None and found.reviews:
        return reviewed(found.proposal, found.reviews[-1])
    return found.state.capitalize()
