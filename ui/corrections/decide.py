"""The review of a proposal: its form, and a word at the card once the decision is kept."""

from collections.abc import Sequence

import streamlit as st

from analysis.corrections import ACCEPT, ASK, REJECT, Review, Standing, Withdrawal
from ui.corrections import checks, store
from ui.corrections.journal import JournalError
from ui.corrections.target import Target
from ui.corrections.texts import LIMITS, tidy
from ui.corrections.told import LEAVE_OUT
from ui.language import Words, _

_WITHDRAW = "withdraw"
_DECISIONS = Words({
    ACCEPT: "Accept", REJECT: "Reject", ASK: "Ask for evidence",
    _WITHDRAW: "Withdraw (only who proposed it)",
})  # fmt: skip
_KEPT = Words({
    ACCEPT: "You accepted this proposal. The published figure stays as it is; the proposal stands "
    "beside it as accepted, by a name that is not verified.",
    REJECT: "You rejected this proposal. It stays here with your reason.",
    ASK: "You asked for evidence. The proposal stays open until somebody decides.",
    _WITHDRAW: "You withdrew this proposal. It stays here as withdrawn.",
})  # fmt: skip
_TOLD = "decision told"


def confirm(proposal_id: str) -> None:
    """Say once, at its card, that a decision on this proposal was kept."""
    key, decision = st.session_state.get(_TOLD, ("", ""))
    if key == proposal_id:
        del st.session_state[_TOLD]
        st.success(f"{_('Your decision is kept.')} {_KEPT[decision]}")


def confirm_unlisted(listed: Sequence[Standing]) -> None:
    """Say it above the list where the decision took the proposal out of what is listed."""
    key, decision = st.session_state.get(_TOLD, ("", ""))
    if key and key not in {each.proposal.proposal_id for each in listed}:
        del st.session_state[_TOLD]
        seen = _("Choose another state above to see it.")
        st.success(f"{_('Your decision is kept.')} {_KEPT[decision]} {seen}")


def form(standing: Standing, target: Target) -> None:
    """The form of a decision; it is refused where the reviewer is the proposer."""
    key = standing.proposal.proposal_id
    turn = f"{key} {len(standing.reviews)}"
    with st.form(f"decide {turn}", border=False):
        decision = st.radio(
            _("Decision"), list(_DECISIONS), index=None, format_func=_DECISIONS.__getitem__,
            horizontal=True, key=f"decision {turn}",
            help=_("An accepted proposal stands beside the published figure; none ever replaces "
            "it."),
        )  # fmt: skip
        reason = st.text_area(
            _("Reason"), key=f"why {turn}", max_chars=LIMITS["reason"], height=80,
            help=_("Everybody reads this. The last review counts; all of them are kept."),
        )  # fmt: skip
        if target.guard:
            st.caption(_(LEAVE_OUT))
        organisation = st.text_input(
            _("Your organisation"),
            key=f"reviewer {turn}",
            max_chars=LIMITS["organisation"],
            help=_("Must be another than that of whoever proposed: nobody reviews herself."),
        )
        if st.form_submit_button(
            _("Keep this decision"),
            help=_("Kept for good with its reason, in the order decisions came."),
        ):
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
        found.append(_("Choose a decision."))
    try:
        if not found and decision == _WITHDRAW:
            store.withdraw(Withdrawal(key, store.now(), reason, organisation))
        elif not found and decision is not None:
            store.review(Review(key, store.now(), decision, reason, organisation))
    except (store.RefusedError, JournalError) as problem:
        found.append(str(problem))
    if found:
        st.error("\n".join(f"- {each}" for each in found))
        return
    st.session_state[_TOLD] = (key, decision)
    st.rerun()
