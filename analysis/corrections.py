"""Proposed corrections: what is proposed, how it stands, and who may say what of it.

A correction never takes the place of what is published. Its entries are kept for good: a
proposal, then reviews of which the last one counts, then perhaps its withdrawal.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.names import plain, same_organisation

FIGURE, PLACE = "observation", "facility"
OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"
NEEDS_EVIDENCE, WITHDRAWN = "needs evidence", "withdrawn"
STATES = (OPEN, NEEDS_EVIDENCE, ACCEPTED, REJECTED, WITHDRAWN)
ACCEPT, REJECT, ASK = "accept", "reject", "needs evidence"
_STATE_AFTER = {ACCEPT: ACCEPTED, REJECT: REJECTED, ASK: NEEDS_EVIDENCE}
DECISIONS = tuple(_STATE_AFTER)
# Who speaks; people who came themselves are named among them, not after them.
ROLES = {
    "public": "Public authority",
    "ngo": "Non-governmental organisation",
    "refugee_led": "Refugee-led organisation",
    "person": "Newcomer or resident",
    "research": "Researcher",
    "other": "Other",
}
# A person may speak for herself alone.
ALONE = frozenset({"person"})


@dataclass(frozen=True)
class Subject:
    """What is to be corrected: a column of a figure of a territory, or of a place in it."""

    table: str
    column: str
    territory_id: str
    measure_id: str = ""
    group_id: str = ""
    period: str = ""
    facility_id: str = ""


@dataclass(frozen=True)
class Statement:
    """What is said of a subject: a number, an interval, a text, or nothing: unknown."""

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    text: str = ""

    @property
    def unknown(self) -> bool:
        """Whether it says that nothing is known."""
        return self.value is None and self.lower is None and self.upper is None and not self.text


@dataclass(frozen=True)
class Published:
    """What was published of a subject when it was proposed to correct it."""

    statement: Statement
    obs_status: str = ""
    evidence: str = ""
    source_id: str = ""


@dataclass(frozen=True)
class Proposal:
    """Somebody's proposal; `contact` is never shown to other readers."""

    proposal_id: str
    at: str
    dataset: str
    dataset_file: str
    dataset_built: str
    subject: Subject
    published: Published
    proposed: Statement
    unit: str
    reason: str
    evidence_url: str
    organisation: str
    role: str
    contact: str = ""


@dataclass(frozen=True)
class Review:
    """What another organisation says of a proposal, and why."""

    proposal_id: str
    at: str
    decision: str
    reason: str
    organisation: str


@dataclass(frozen=True)
class Withdrawal:
    """The proposer's own end to a proposal."""

    proposal_id: str
    at: str
    reason: str
    organisation: str


Entry = Proposal | Review | Withdrawal


@dataclass(frozen=True)
class Standing:
    """A proposal with all that was said of it since, and the state it is in."""

    proposal: Proposal
    reviews: tuple[Review, ...] = ()
    withdrawal: Withdrawal | None = None

    @property
    def state(self) -> str:
        """The last review counts; what was withdrawn stays so."""
        if self.withdrawal is not None:
            return WITHDRAWN
        return _STATE_AFTER[self.reviews[-1].decision] if self.reviews else OPEN

    @property
    def pending(self) -> bool:
        """Whether it still asks for a decision."""
        return self.state in (OPEN, NEEDS_EVIDENCE)


def standings(entries: Iterable[Entry]) -> dict[str, Standing]:
    """How every proposal stands, by its id, in the order they were made.

    Only the order of the entries of one proposal matters. Reviews of a proposal that is not
    among the entries are left out: `strays` names them.
    """
    every = list(entries)
    found = {each.proposal_id: Standing(each) for each in every if isinstance(each, Proposal)}
    for each in every:
        if isinstance(each, Proposal) or each.proposal_id not in found:
            continue
        so_far = found[each.proposal_id]
        if isinstance(each, Review):
            after = Standing(so_far.proposal, (*so_far.reviews, each), so_far.withdrawal)
        else:
            after = Standing(so_far.proposal, so_far.reviews, so_far.withdrawal or each)
        found[each.proposal_id] = after
    return found


def strays(entries: Iterable[Entry]) -> list[str]:
    """Ids that are reviewed or withdrawn though nobody proposed them, sorted."""
    every = list(entries)
    made = {each.proposal_id for each in every if isinstance(each, Proposal)}
    return sorted({each.proposal_id for each in every} - made)


def against_review(standing: Standing, organisation: str) -> str:
    """Why this organisation may not review; '' where it may."""
    if standing.withdrawal is not None:
        return "The proposal was withdrawn, so there is nothing left to decide."
    if not plain(organisation):
        return "Say which organisation reviews it: a decision needs a name."
    if same_organisation(standing.proposal.organisation, organisation):
        return "An organisation cannot review its own proposal. Ask another one."
    return ""


def against_withdrawal(standing: Standing, organisation: str) -> str:
    """Why this organisation may not withdraw; '' where it may."""
    if standing.withdrawal is not None:
        return "The proposal was withdrawn before."
    proposer = standing.proposal.organisation
    if plain(proposer) and not same_organisation(proposer, organisation):
        return "Only the organisation that made a proposal can withdraw it."
    return ""
