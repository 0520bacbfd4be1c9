"""Proposals as cards: what is published, what is proposed, why, who says so, how it stands."""

import streamlit as st

from analysis.corrections import (
    ACCEPT,
    ASK,
    PLACE,
    REJECT,
    Review,
    Standing,
    Withdrawal,
)
from ui import address, words
from ui.corrections import checks, say, store
from ui.corrections.journal import JournalError
from ui.corrections.target import Target, of_subject
from ui.corrections.texts import LIMITS, tidy
from ui.corrections.told import LEAVE_OUT, readable
from ui.store import Dataset

_MOST = 20
_WITHDRAW = "withdraw"
_MOVES, _REVIEW = "What an acceptance would move", "Review or withdraw"
_DECISIONS = {
    ACCEPT: "Accept", REJECT: "Reject", ASK: "Ask for evidence",
    _WITHDRAW: "Withdraw (only who proposed it)",
}  # fmt: skip
_SAID = {ACCEPT: "Accepted", REJECT: "Rejected", ASK: "Evidence asked for"}
HIDDEN = (
    "This proposal is about a place that is protected now, or that the dataset does not have any "
    "more. Its texts are not shown."
)


def shown(dataset: Dataset, standing: Standing) -> Target | None:
    """What a proposal is about, None where its texts may not be shown or mean nothing any more.

    A place that became protected since must not be found through an old proposal.
    """
    target = of_subject(dataset, standing.proposal.subject)
    if target is None or (standing.proposal.subject.table == PLACE and target.refused):
        return None
    return target


def cards(dataset: Dataset, standings: tuple[Standing, ...]) -> None:
    """The newest first; the older ones when they are asked for."""
    newest = standings[::-1]
    few = newest
    if len(newest) > _MOST and not st.toggle(f"Show all {len(newest)}", **address.switch("every")):
        few = newest[:_MOST]
    with st.container(key="proposals"):
        for standing in few:
            with st.container(key=f"proposal_{standing.proposal.proposal_id}"):
                _card(dataset, standing)


def _card(dataset: Dataset, standing: Standing) -> None:
    proposal = standing.proposal
    target = shown(dataset, standing)
    if target is None:
        st.markdown(f"**{standing.state.capitalize()}.** {HIDDEN}")
        return
    title, where = words.escaped(target.title), words.escaped(target.where)
    st.markdown(f"**{title}**  \n:gray[{where} ·] {standing.state.capitalize()}")
    left, middle, right = st.columns([1, 1, 1.6], gap="medium")
    with left:
        st.markdown(f":gray[Published]  \n{_published(standing, target)}")
    with middle:
        new = say.statement(proposal.proposed, proposal.unit, target.guard)
        st.markdown(f":gray[Proposed]  \n**{new}**")
    with right:
        st.markdown(f":gray[Says, on {say.moment(proposal.at)}]  \n{say.who(proposal)}")
    st.markdown(_reason(proposal.reason, standing, target))
    link = say.evidence(proposal.evidence_url)
    st.caption(f"Evidence: {link}" if link else "No link to evidence was given.")
    for review in standing.reviews:
        st.caption(
            f"{_SAID[review.decision]} on {say.moment(review.at)} by "
            f"{words.escaped(review.organisation)}: {_reason(review.reason, standing, target)}"
        )
    if standing.withdrawal is not None:
        gone = standing.withdrawal
        why = _reason(gone.reason, standing, target)
        st.caption(f"Withdrawn on {say.moment(gone.at)}: {why}")
    _open(dataset, standing, target)


def _reason(text: str, standing: Standing, target: Target) -> str:
    return words.escaped(readable(text, target.guard, standing.proposal.proposed))


def _published(standing: Standing, target: Target) -> str:
    """What was published when it was proposed, and what is now where that differs."""
    proposal = standing.proposal
    then = say.statement(proposal.published.statement, proposal.unit, target.guard)
    if target.published.statement == proposal.published.statement:
        return then
    today = say.statement(target.published.statement, target.unit, target.guard)
    return f"{then}; today {today}"


def _open(dataset: Dataset, standing: Standing, target: Target) -> None:
    """What a card holds when it is opened: what would move, and the review."""
    key = standing.proposal.proposal_id
    left, right = st.columns(2, gap="small")
    with left, st.expander(_MOVES, on_change="rerun", key=f"moves_{key}") as moves:
        if moves.open:
            for line in say.moved(dataset, target, standing.proposal.proposed):
                st.markdown(line)
    if standing.withdrawal is not None or store.closed():
        return
    with right, st.expander(_REVIEW, on_change="rerun", key=f"review_{key}") as review:
        if review.open:
            _review(standing, target)


def _review(standing: Standing, target: Target) -> None:
    """The form of a decision; it is refused where the reviewer is the proposer."""
    key = standing.proposal.proposal_id
    turn = f"{key} {len(standing.reviews)}"
    with st.form(f"decide {turn}", border=False):
        decision = st.radio(
            "Decision", list(_DECISIONS), index=None, format_func=_DECISIONS.__getitem__,
            horizontal=True, key=f"decision {turn}",
        )  # fmt: skip
        reason = st.text_area(
            "Reason", key=f"why {turn}", max_chars=LIMITS["reason"], height=80,
            help="Everybody reads this. The last review counts; all of them are kept.",
        )  # fmt: skip
        if target.guard:
            st.caption(LEAVE_OUT)
        organisation = st.text_input(
            "Your organisation", key=f"reviewer {turn}", max_chars=LIMITS["organisation"]
        )
        if st.form_submit_button("Keep this decision"):
            reason, organisation = tidy(reason), tidy(organisation)
            kept = standing.proposal.proposed
            found = checks.of_decision(target, kept, reason, organisation)
            _keep(standing, decision, reason, organisation, found)


def _keep(
    standing: Standing, decision: str | None, reason: str, organisation: str, found: list[str]
) -> None:
    """Keep a decision nothing was found against, or say what to mend."""
    key = standing.proposal.proposal_id
    if decision is None:
        found.append("Choose a decision.")
    try:
        if not found and decision == _WITHDRAW:
            store.withdraw(Withdrawal(key, store.now(), reason, organisation))
        elif not found and decision is not None:
            store.review(Review(key, store.now(), decision, reason, organisation))
    except (store.RefusedError, JournalError) as problem:
        found.append(str(problem))
    if found:
        st.error("\n".join(f"- {each}" for each in found))
    else:
        st.rerun()
