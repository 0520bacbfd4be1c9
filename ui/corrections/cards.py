"""Proposals as cards: what is published, what is proposed, why, who says so, how it stands."""

import streamlit as st

from analysis.corrections import ACCEPTED, PLACE, Standing
from ui import address, words
from ui.corrections import decide, say, store, verdict
from ui.corrections.target import Target, of_subject
from ui.corrections.told import readable
from ui.language import _, later
from ui.store import Dataset

_MOST = 20
_REVIEW, _AGAIN = later("Review or withdraw"), later("Review again")
WOULD_MOVE = later("What an acceptance would move")
MOVES = later("What the acceptance moves")
HIDDEN = later(
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
    decide.confirm_unlisted(standings)
    if not standings:
        nothing = _("No proposal of this kind is kept here.")
        st.caption(f"{nothing} {_('Choose another state, or propose one above.')}")
        return
    newest = standings[::-1]
    few = newest
    if len(newest) > _MOST and not st.toggle(
        _("Show all {count}", count=len(newest)),
        help=_("The newest stand first; older ones are sent only when they are asked for."),
        **address.switch("every"),
    ):
        few = newest[:_MOST]
    with st.container(key="proposals"):
        for standing in few:
            with st.container(key=f"proposal_{standing.proposal.proposal_id}"):
                _card(dataset, standing)


def _card(dataset: Dataset, standing: Standing) -> None:
    proposal = standing.proposal
    decide.confirm(proposal.proposal_id)
    target = shown(dataset, standing)
    if target is None:
        st.markdown(f"**{verdict.STATES[standing.state]}.** {_(HIDDEN)}")
        return
    title, where = words.escaped(target.title), words.escaped(target.where)
    st.markdown(f"**{title}**  \n:gray[{where} ·] {verdict.standing(standing)}")
    left, middle, right = st.columns([1, 1, 1.6], gap="medium")
    with left:
        st.markdown(f":gray[{_('Published')}]  \n{_published(standing, target)}")
    with middle:
        new = say.statement(proposal.proposed, proposal.unit, target.guard)
        st.markdown(f":gray[{_('Proposed')}]  \n**{new}**")
    with right:
        when = _("Says, on {day}", day=say.moment(proposal.at))
        st.markdown(f":gray[{when}]  \n{say.who(proposal)}")
    st.markdown(_reason(proposal.reason, standing, target))
    link = say.evidence(proposal.evidence_url)
    st.caption(_("Evidence: {link}", link=link) if link else _("No link to evidence was given."))
    for review in standing.reviews:
        why = _reason(review.reason, standing, target)
        said = _("On {day}: {why}", day=say.moment(review.at), why=why)
        st.caption(f"{verdict.reviewed(proposal, review)} {said}")
    if standing.withdrawal is not None:
        gone = standing.withdrawal
        why = _reason(gone.reason, standing, target)
        st.caption(_("Withdrawn on {day}: {why}", day=say.moment(gone.at), why=why))
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
    return _("{then}; today {today}", then=then, today=today)


def _open(dataset: Dataset, standing: Standing, target: Target) -> None:
    """What a card holds when it is opened: what would move, and the review."""
    key = standing.proposal.proposal_id
    left, right = st.columns(2, gap="small")
    heading = MOVES if standing.state == ACCEPTED else WOULD_MOVE
    with left, st.expander(_(heading), on_change="rerun", key=f"moves_{key}") as moves:
        if moves.open:
            for line in say.moved(dataset, target, standing.proposal.proposed):
                st.markdown(line)
    if standing.withdrawal is not None or store.closed():
        return
    # Another key after each review: its form starts closed and empty.
    turn = f"review_{key}_{len(standing.reviews)}" if standing.reviews else f"review_{key}"
    label = _AGAIN if standing.reviews else _REVIEW
    with right, st.expander(_(label), on_change="rerun", key=turn) as review:
        if review.open:
            decide.form(standing, target)
