"""One line on other pages: what is proposed of a territory's figures, and where to propose."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

from analysis.corrections import ACCEPTED, FIGURE, Standing
from ui import words
from ui.address import link
from ui.corrections import say, store, verdict
from ui.corrections.target import of_subject
from ui.gap_territory import Row
from ui.language import _, n_
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset, ask
from ui.view import View


def beside(
    dataset: Dataset, territory_id: str, measure_id: str = "", group_id: str = "", period: str = ""
) -> None:
    """Draw the line below a territory's panel, its figure first where one is named."""
    of_here = [
        each for each in store.book().of(dataset.kind)
        if each.proposal.subject.table == FIGURE
        and each.proposal.subject.territory_id == territory_id
        and (each.pending or each.state == ACCEPTED)
    ]  # fmt: skip
    parts = [said] if (said := sentence(dataset, of_here, measure_id)) else []
    if not store.closed():
        where = address_of(territory_id, measure_id, group_id, period)
        parts.append(_("Know better? [Propose a correction]({where})", where=where))
    if parts:
        st.caption(" · ".join(parts))


def sentence(dataset: Dataset, standings: list[Standing], measure_id: str) -> str:
    """What is proposed, the named measure's first and the newest of those; '' for nothing."""
    if not standings:
        return ""
    order = sorted(
        standings, key=lambda each: (each.proposal.subject.measure_id == measure_id,
                                     each.proposal.at)
    )  # fmt: skip
    proposal = order[-1].proposal
    subject = proposal.subject
    target = of_subject(dataset, subject)
    guard = target.guard if target else ""
    title = words.escaped(target.title) if target else _("a figure")
    new = say.statement(proposal.proposed, proposal.unit, guard)
    old = say.statement(proposal.published.statement, "", guard)
    where = address_of(subject.territory_id, subject.measure_id, subject.group_id, subject.period)
    what = _("{title}: **{new}** instead of {old}", title=title, new=new, old=old)
    if len(standings) == 1:
        said = _("One proposal says {what}: [see it]({where})", what=what, where=where)
        return f"{said}. {verdict.standing(order[-1])}" if order[-1].state == ACCEPTED else said
    return n_(
        "{count} proposal for figures of this territory; one says {what}: [see them]({where})",
        "{count} proposals for figures of this territory; one says {what}: [see them]({where})",
        len(standings), count=words.counted(len(standings)).capitalize(), what=what, where=where,
    )  # fmt: skip


def address_of(
    territory_id: str, measure_id: str = "", group_id: str = "", period: str = ""
) -> str:
    """The page Corrections on a figure, in the dataset that is looked at."""
    values = {
        "territory": territory_id, "measure": measure_id, "whom": group_id, "period": period,
        "of": "here",
    }  # fmt: skip
    parts = [f"{key}={_encoded(value)}" for key, value in values.items() if value]
    return link(f"corrections?{'&'.join(parts)}")


def _encoded(code: str) -> str:
    """A code as it may stand in an address; other letters than those of codes are left out."""
    kept = "".join(each for each in code if each.isascii() and (each.isalnum() or each in "_-+/."))
    return kept.replace("+", "%2B").replace("/", "%2F")


def of_gap(dataset: Dataset, choice: ShortageChoice, territory_id: str, row: Row) -> None:
    """The line below a territory of the ledger: about what there is, else about what is missing."""
    supply = choice.standard.supply
    measure_id, period = row["capacity_measure_id"], row["capacity_period"]
    if not words.is_known(measure_id):
        measure_id, period = (supply[0][0] if supply else ""), row["period"]
    groups = [group for measure, group in supply if measure == measure_id]
    figures = ask(dataset, "correction_figures", territory_id=territory_id)
    same = figures[(figures["measure_id"] == measure_id) & (figures["period"] == period)]
    known = [group for group in groups if group in set(same["group_id"])]
    group_id = (known or groups or [""])[0]
    beside(
        dataset, territory_id, str(measure_id), group_id,
        str(period) if words.is_known(period) else "",
    )  # fmt: skip


def of_view(view: View, row: pd.Series) -> None:
    """The line below a territory of the page Figures; what is worked out has no figure to name."""
    figure = view.choice.indicator.reads == "figure"
    group_id = str(row["group_id"]) if words.is_known(row["group_id"]) else view.choice.group_id
    period = str(row["period"]) if words.is_known(row["period"]) else ""
    measures = view.choice.indicator.measures
    measure_id = measures[view.choice.group_id] if figure else ""
    group_id = {"reception": "all"}.get(group_id, group_id) if figure else ""
    beside(view.dataset, str(row.name), measure_id, group_id, period if figure else "")


def cited(dataset: Dataset, territories: Collection[str]) -> str:
    """For the citation of a view: how many open proposals touch figures of its territories."""
    inside = frozenset(territories)
    waiting = sum(
        each.pending and each.proposal.subject.table == FIGURE
        and each.proposal.subject.territory_id in inside
        for each in store.book().of(dataset.kind)
    )  # fmt: skip
    if not waiting:
        return ""
    return n_(
        "{count} open proposal of readers proposes to correct figures of these territories; none "
        "is counted here. [See them]({where}).",
        "{count} open proposals of readers propose to correct figures of these territories; none "
        "is counted here. [See them]({where}).",
        waiting, count=words.counted(waiting).capitalize(), where=link("corrections"),
    )  # fmt: skip
