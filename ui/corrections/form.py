"""The figure or place as published, and the form to propose a correction of it."""

import hashlib
from collections.abc import Sequence

import streamlit as st

from analysis.corrections import ROLES, WITHDRAWN, Standing, Statement
from analysis.disclosure import BASE
from ui import words
from ui.address import source_link
from ui.corrections import checks, say, store, verdict
from ui.corrections.checks import BETWEEN, NUMBERS, UNKNOWN, Form, guarded
from ui.corrections.journal import JournalError
from ui.corrections.target import BLUR, DAY, NUMBER, PERCENT, Target
from ui.corrections.texts import LIMITS, tidy
from ui.corrections.told import LEAVE_OUT
from ui.language import Words, _
from ui.store import Dataset, ask

_SAYS = Words({
    NUMBERS: "A number", BETWEEN: "Between two numbers", UNKNOWN: "It is unknown",
})  # fmt: skip
_TOLD = "correction told"
_STATUS = Words({"U": "in doubt"})


def published(dataset: Dataset, target: Target, standings: Sequence[Standing]) -> None:
    """What is published now, its status and source on a quiet line, and what others propose."""
    st.markdown(f"##### {words.escaped(target.title)}")
    st.caption(words.escaped(target.where))
    if target.refused:
        st.warning(target.refused)
        return
    says = target.published.statement
    if says.unknown:
        st.markdown(_("Published: **unknown**. Groundwork knows no figure of this."))
    else:
        now = say.statement(says, target.unit, target.guard)
        st.markdown(_("Published: **{statement}**", statement=now))
    if origin := _origin(dataset, target):
        st.caption(origin)
    for standing in standings:
        if standing.proposal.subject == target.subject and standing.state != WITHDRAWN:
            new = say.statement(standing.proposal.proposed, target.unit, target.guard)
            who = say.who(standing.proposal)
            said = _("Proposed: **{statement}**, by {who}.", statement=new, who=who)
            st.markdown(f"{said} {verdict.standing(standing)}")


def _origin(dataset: Dataset, target: Target) -> str:
    """Status, source and line of what is published."""
    found = target.published
    parts = [_(dataset.watermark)] if dataset.watermark else []
    if found.evidence and found.evidence != "published":
        parts.append(words.EVIDENCE[found.evidence])
    elif found.obs_status:
        parts.append(_STATUS.get(found.obs_status) or words.STATUS[found.obs_status])
    sources = ask(dataset, "source").set_index("source_id")
    if found.source_id in sources.index:
        title = words.escaped(str(sources.loc[found.source_id, "title"]))
        parts.append(f"[{title}]({source_link(found.source_id)})")
    if target.source_line is not None:
        parts.append(_("line {line}", line=target.source_line))
    if target.note:
        parts.append(words.escaped(target.note))
    return " · ".join(parts)


def propose(dataset: Dataset, target: Target) -> Statement | None:
    """The form; gives what the reader would say instead, once she has said something."""
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told)
    if store.closed():
        st.info(_("This server only shows corrections. New ones are not taken here."))
        return None
    if target.refused:
        return None
    st.markdown(f"###### {_('What do you say instead?')}")
    turn = _turn(target)
    says = _statement(target, turn)
    _blurring(target, says)
    with st.form(f"propose {turn}", border=False):
        form = _rest(says or Statement(), turn)
        pressed = st.form_submit_button(
            _("Propose this correction"), type="primary",
            help=_("Everybody sees it at once as open, beside the published figure; it is kept for"
            " good."),
        )  # fmt: skip
    if pressed:
        _send(dataset, target, form, says is None)
    return says


def _turn(target: Target) -> str:
    """A key for the fields of this subject, another one after each proposal: they start empty."""
    subject = hashlib.sha256(repr(target.subject).encode()).hexdigest()[:12]
    return f"{subject}_{st.session_state.get('correction turn', 0)}"


def _statement(target: Target, turn: str) -> Statement | None:
    """What is proposed; None as long as nothing was written."""
    ways = [NUMBERS, UNKNOWN]
    if target.form == NUMBER and target.subject.period:
        ways = [NUMBERS, BETWEEN, UNKNOWN]
    labels = dict(_SAYS.items())
    if target.form != NUMBER:
        labels[NUMBERS] = _label(target)
    way = st.radio(
        _("What you propose"), ways, format_func=labels.__getitem__, horizontal=True,
        label_visibility="collapsed", key=f"way {turn}",
        help=_("A number, a range where you are not sure, or that nobody can know."),
    )  # fmt: skip
    if way == UNKNOWN:
        return Statement()
    if target.form != NUMBER:
        text = tidy(
            st.text_input(
                _label(target), key=f"text {turn}", max_chars=200,
                help=_("What should stand there instead of what is published."),
            )
        )  # fmt: skip
        return Statement(text=text) if text else None
    if way == NUMBERS:
        value = _number(target, _("The number"), f"value {turn}")
        return None if value is None else Statement(value)
    low, high = st.columns(2)
    with low:
        lower = _number(target, _("At least"), f"lower {turn}")
    with high:
        upper = _number(target, _("At most"), f"upper {turn}")
    return None if lower is None and upper is None else Statement(lower=lower, upper=upper)


def _label(target: Target) -> str:
    return _("A day, as 2025-12-31") if target.form == DAY else _("Another text")


def _number(target: Target, label: str, key: str) -> float | None:
    unit = f" ({_(target.unit)})" if target.unit else ""
    return st.number_input(
        f"{label}{unit}", min_value=0.0, max_value=1e9, value=None, format="%g", key=key,
        placeholder=_("unknown"), step=1.0 if target.whole else 0.1,
        help=_("In the unit of the published figure. An empty field says unknown, 0 says none."),
    )  # fmt: skip


def _blurring(target: Target, says: Statement | None) -> None:
    """Tell whoever speaks of people in a sensitive group how that is kept."""
    if target.guard == PERCENT:
        st.caption(f"{_('Shares of these people are kept in whole percent.')} {_(LEAVE_OUT)}")
    if target.guard != BLUR:
        return
    rule = [
        _("Counts of these people are kept rounded to {base}, so that nobody can be found.",
          base=BASE)
    ]  # fmt: skip
    if says is not None and guarded(target, says) != says:
        kept = say.statement(guarded(target, says), target.unit, BLUR)
        rule.append(_("Yours is kept as **{kept}**.", kept=kept))
    st.caption(" ".join([*rule, _(LEAVE_OUT)]))


def _rest(says: Statement, turn: str) -> Form:
    """Why, by which evidence, and who says so."""
    reason = st.text_area(
        _("How do you know? What is wrong with the published figure?"), key=f"reason {turn}",
        max_chars=LIMITS["reason"], height=100,
        help=_("Do not name people, and give no address of a protected place: everybody reads "
               "this."),
    )  # fmt: skip
    url = st.text_input(
        _("Link to evidence, if there is one"), key=f"url {turn}", max_chars=LIMITS["evidence_url"],
        placeholder="https://",
        help=_("A web address that anybody can open: a report, a register, a decision."),
    )  # fmt: skip
    left, right = st.columns(2)
    with left:
        role = st.selectbox(
            _("You speak as"), list(ROLES), index=None, format_func=lambda each: _(ROLES[each]),
            key=f"role {turn}", placeholder=_("Choose"),
            help=_("In which role you know it; it stands with the proposal."),
        )  # fmt: skip
    with right:
        organisation = st.text_input(
            _("Organisation"), key=f"organisation {turn}", max_chars=LIMITS["organisation"],
            help=_("May stay empty if you speak for yourself, as a newcomer or resident."),
        )  # fmt: skip
    contact = st.text_input(
        _("Contact, for whoever runs this server only; never shown"), key=f"contact {turn}",
        max_chars=LIMITS["contact"],
        help=_("An e-mail address or telephone number for questions; left out of pages and files."),
    )  # fmt: skip
    texts = [tidy(each) for each in (reason, url, organisation, contact)]
    return Form(says, texts[0], texts[1], texts[2], role or "", texts[3])


def _send(dataset: Dataset, target: Target, form: Form, empty: bool) -> None:
    """Keep the proposal, or say what to mend; what was written stays in the form."""
    found = [_("Write what you would say instead.")] if empty else checks.problems(target, form)
    if found:
        told = "\n".join(f"- {each}" for each in found)
        st.error(f"{_('Not sent yet.')}\n\n{told}")
        return
    try:
        store.propose(checks.proposal_of(dataset, target, form))
    except (store.RefusedError, JournalError) as problem:
        st.error(str(problem))
        return
    st.session_state[_TOLD] = _(
        "Thank you. Your proposal is kept and shown beside the published figure. It is open until "
        "somebody of another organisation reviews it."
    )
    st.session_state["correction turn"] = st.session_state.get("correction turn", 0) + 1
    st.rerun()
