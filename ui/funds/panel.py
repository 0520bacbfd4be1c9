"""One territory on the Funds page: its money, its need, and all else that is known of it."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.fund_series import Series
from ui import chosen, words
from ui.address import source_link
from ui.funds.amounts import amounts
from ui.funds.needs import GAP
from ui.funds.view import View
from ui.funds.words import between, euro
from ui.store import ask

Row = dict[Hashable, Any]
_MOST = 6


def explain(view: View, territory_id: str) -> None:
    """Sentences first, sources last."""
    row = view.spread.rows.loc[[territory_id]].reset_index().iloc[0].to_dict()
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    for sentence in explained(view, row):
        st.markdown(sentence)
    if others := other_money(view, territory_id):
        st.markdown("Other money told for it, never added up, as each covers something else:")
        st.markdown("\n".join(f"- {line}" for line in others))
    st.caption(_origins(view, row))


def explained(view: View, row: Row) -> list[str]:
    """Money, money for one in need, ranks, what was paid."""
    return [each for each in (_money(view, row), _each(view, row), _paid(view, row)) if each]


def _money(view: View, row: Row) -> str:
    series = view.choice.series
    if not row["takes_part"]:
        return f"**No part in this money**, or none published: {words.escaped(series.fund)}."
    if not words.is_known(row["money"]):
        return _in_part(view, str(row["territory_id"])) or (
            f"**Unknown**: nobody publishes its part of {_what(series)}."
        )
    amount = f"{words.number(row['money'])}{words.THIN}EUR"
    if words.is_known(row["money_lower"]):
        amount = f"{between(row['money'], row['money_lower'], row['money_upper'])}"
        kind = "worked out here, no published allocation" if series.estimated else "sources differ"
        return f"**{amount}** for {words.day(series.period)} ({kind})."
    inside = int(row["summed"]) if words.is_known(row["summed"]) else 0
    summed = f", the sum of {words.count_of(inside, 'territory')} inside" if inside else ""
    return f"**{amount} committed** for {words.day(series.period)} ({_what(series)}{summed})."


def _in_part(view: View, territory_id: str) -> str:
    """What is known of the territories inside, where the whole is not; '' where nothing is."""
    known = amounts(view.dataset, view.choice.series)
    known = known[known["summed"].eq(0) & known["money"].notna()]
    inside = known[known.index.str.startswith(territory_id)]
    if inside.empty:
        return ""
    return (
        f"**Unknown as a whole, at least {euro(inside['money'].sum())}**: known for "
        f"{words.count_of(len(inside), 'territory')} inside, not for all."
    )


def _what(series: Series) -> str:
    return words.escaped(f"{series.fund}, {series.objective}")


def _each(view: View, row: Row) -> str:
    """The need, money for one, and both ranks."""
    against, when = view.choice.against, view.need.when()
    if not words.is_known(row["need"]):
        least = row["need_lower"]
        known = f", at least {words.number(least)}" if words.is_known(least) else ""
        return f"The number of {against.many} is not known{known}."
    need = words.number(row["need"])
    if words.is_known(row["need_lower"]) and words.is_known(row["need_upper"]):
        need = f"{words.number(row['need_lower'])} to {words.number(row['need_upper'])}"
    if view.choice.against_key == GAP and row["need"] <= 0:
        return f"No reception places are missing at the end of {when}."
    said = f"{need} {against.many} ({when})"
    if not words.is_known(row["value"]):
        return f"{said}."
    each = between(row["value"], row["lower"], row["upper"])
    overall = "" if pd.isna(view.overall) else f"; over all together it is {euro(view.overall)}"
    return f"**{each} for one {against.one}**: {said}{overall}. {_ranks(view, row)}"


def _ranks(view: View, row: Row) -> str:
    both = view.both
    by_money = int((both["money"] > row["money"]).sum()) + 1
    by_need = int((both["need"] > row["need"]).sum()) + 1
    return f"Of {len(both)} it ranks {_nth(by_money)} by money and {_nth(by_need)} by need."


def _nth(place: int) -> str:
    """A rank as an ordinal.

    >>> [_nth(each) for each in (1, 2, 3, 4, 11, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']
    """
    teen = 10 <= place % 100 < 14
    return f"{place}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def _paid(view: View, row: Row) -> str:
    if view.choice.series.estimated or not words.is_known(row["money"]) or not row["takes_part"]:
        return ""
    if not words.is_known(row["paid_percent"]):
        return "How much of it was paid is not published: unknown, not zero."
    return f"{words.rate(row['paid_percent'])}{words.THIN}% of it was paid."


def other_money(view: View, territory_id: str) -> list[str]:
    """All other amounts told for the territory, the latest first."""
    rows = ask(view.dataset, "funding")
    rows = rows[(rows["territory_id"] == territory_id) & rows["committed_eur"].notna()]
    found = []
    for row in rows.sort_values("period", ascending=False).to_dict("records"):
        series = Series(str(row["fund_id"]), str(row["objective"]), str(row["period"]))
        if series == view.choice.series:
            continue
        title = words.escaped(f"{series.fund}, {series.objective}")
        found.append(
            f"{title}, {words.day(series.period)}: {euro(row['committed_eur'])} "
            f"([source]({source_link(row['source_id'])}))"
        )
    more = len(found) - _MOST
    return found[:_MOST] + ([f"and {words.count_of(more, 'more amount')}"] if more > 0 else [])


def _origins(view: View, row: Row) -> str:
    """Where money and need are from, on one quiet line."""
    titles = ask(view.dataset, "source").set_index("source_id")["title"]
    parts = [view.dataset.watermark] if view.dataset.watermark else []
    for name, prefix in (("Money", ""), ("Need", "need_")):
        source_id = str(row.get(f"{prefix}source_id"))
        if source_id not in titles.index:
            continue
        line, status = row[f"{prefix}source_line"], str(row[_status(prefix)])
        where = f", line {int(line)}" if words.is_known(line) else ""
        declared = row[f"{prefix}evidence"] == "declared"
        how = "" if status == "A" else f" ({words.STATUS.get(status, status)})"
        how = f" ({words.EVIDENCE['declared']})" if declared else how
        title = words.escaped(str(titles[source_id]))
        parts.append(f"{name}: [{title}]({source_link(source_id)}){where}{how}")
    return " · ".join(parts)


def _status(prefix: str) -> str:
    return "need_status" if prefix else "obs_status"
