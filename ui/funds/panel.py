"""One territory on the Funds page: its money, its need, and all else that is known of it."""

from collections.abc import Hashable
from typing import Any

import streamlit as st

from analysis.fund_series import Series
from ui import chosen, words
from ui.address import source_link
from ui.funds.amounts import amounts
from ui.funds.needs import GAP
from ui.funds.series_words import fund_of, what
from ui.funds.view import View
from ui.funds.words import between, euro
from ui.language import _, current, n_, plural
from ui.language.spoken import ENGLISH
from ui.store import ask

Row = dict[Hashable, Any]
_MOST = 6
_SUMMED = plural(
    "**{amount} committed** for {period} ({what}, the sum of {territories} territory inside).",
    "**{amount} committed** for {period} ({what}, the sum of {territories} territories inside).",
)


def explain(view: View, territory_id: str) -> None:
    """Sentences first, sources last."""
    row = view.spread.rows.loc[[territory_id]].reset_index().iloc[0].to_dict()
    chosen.heading(view.dataset, territory_id, str(row["place"]))
    for sentence in explained(view, row):
        st.markdown(sentence)
    if others := other_money(view, territory_id):
        st.markdown(_("Other money told for it, never added up, as each covers something else:"))
        st.markdown("\n".join(f"- {line}" for line in others))
    st.caption(_origins(view, row))


def explained(view: View, row: Row) -> list[str]:
    """Money, money for one in need, ranks, what was paid."""
    return [each for each in (_money(view, row), _each(view, row), _paid(view, row)) if each]


def _money(view: View, row: Row) -> str:
    series = view.choice.series
    if not row["takes_part"]:
        fund = words.escaped(fund_of(series))
        return _("**No part in this money**, or none published: {fund}.", fund=fund)
    if not words.is_known(row["money"]):
        return _in_part(view, str(row["territory_id"])) or _(
            "**Unknown**: nobody publishes its part of {money}.", money=_what(series)
        )
    period = words.day(series.period)
    if words.is_known(row["money_lower"]):
        amount = between(row["money"], row["money_lower"], row["money_upper"])
        if series.estimated:
            return _("**{amount}** for {period} (worked out here, no published allocation).",
                     amount=amount, period=period)  # fmt: skip
        return _("**{amount}** for {period} (sources differ).", amount=amount, period=period)
    told = {
        "amount": f"{words.number(row['money'])}{words.THIN}EUR",
        "period": period,
        "what": _what(series),
    }
    inside = int(row["summed"]) if words.is_known(row["summed"]) else 0
    if not inside:
        return _("**{amount} committed** for {period} ({what}).", **told)
    return n_(*_SUMMED, inside, territories=words.counted(inside), **told)


def _in_part(view: View, territory_id: str) -> str:
    """What is known of the territories inside, where the whole is not; '' where nothing is."""
    known = amounts(view.dataset, view.choice.series)
    known = known[known["summed"].eq(0) & known["money"].notna()]
    inside = known[known.index.str.startswith(territory_id)]
    if inside.empty:
        return ""
    return n_(
        "**Unknown as a whole, at least {amount}**: known for {count} territory inside, not for "
        "all.",
        "**Unknown as a whole, at least {amount}**: known for {count} territories inside, not for "
        "all.",
        len(inside), amount=euro(inside["money"].sum()), count=words.counted(len(inside)),
    )  # fmt: skip


def _what(series: Series) -> str:
    return words.escaped(what(series))


def _each(view: View, row: Row) -> str:
    """The need, money for one, and both ranks."""
    against, when = view.choice.against, view.need.when()
    many = _(against.many)
    if not words.is_known(row["need"]):
        if words.is_known(row["need_lower"]):
            least = words.number(row["need_lower"])
            return _("The number of {many} is not known, at least {count}.", many=many, count=least)
        return _("The number of {many} is not known.", many=many)
    need = words.number(row["need"])
    if words.is_known(row["need_lower"]) and words.is_known(row["need_upper"]):
        ends = {"first": words.number(row["need_lower"]), "last": words.number(row["need_upper"])}
        need = _("{first} to {last}", **ends)
    if view.choice.against_key == GAP and row["need"] <= 0:
        return _("No reception places are missing at the end of {year}.", year=when)
    said = _("{need} {many} ({when})", need=need, many=many, when=when)
    if not words.is_known(row["value"]):
        return f"{said}."
    told = {
        "each": between(row["value"], row["lower"], row["upper"]),
        "for_one": _(against.for_one),
        "need": said,
    }
    lead = _("**{each} {for_one}**: {need}.", **told)
    if words.is_known(view.overall):
        lead = _("**{each} {for_one}**: {need}; over all together it is {overall}.",
                 overall=euro(view.overall), **told)  # fmt: skip
    return f"{lead} {_ranks(view, row)}"


def _ranks(view: View, row: Row) -> str:
    both = view.both
    by_money = int((both["money"] > row["money"]).sum()) + 1
    by_need = int((both["need"] > row["need"]).sum()) + 1
    return _(
        "Of {count} it ranks {money_rank} by money and {need_rank} by need.",
        count=len(both), money_rank=_nth(by_money), need_rank=_nth(by_need),
    )  # fmt: skip


def _nth(place: int) -> str:
    """A rank as an ordinal; the bare number where another language makes its own.

    >>> [_nth(each) for each in (1, 2, 3, 4, 11, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']
    """
    if current() != ENGLISH:
        return str(place)
    teen = 10 <= place % 100 < 14
    return f"{place}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def _paid(view: View, row: Row) -> str:
    if view.choice.series.estimated or not words.is_known(row["money"]) or not row["takes_part"]:
        return ""
    if not words.is_known(row["paid_percent"]):
        return _("How much of it was paid is not published: unknown, not zero.")
    return _("{share} of it was paid.", share=f"{words.rate(row['paid_percent'])}{words.THIN}%")


def other_money(view: View, territory_id: str) -> list[str]:
    """All other amounts told for the territory, the latest first."""
    rows = ask(view.dataset, "funding")
    rows = rows[(rows["territory_id"] == territory_id) & rows["committed_eur"].notna()]
    found = []
    for row in rows.sort_values("period", ascending=False).to_dict("records"):
        series = Series(str(row["fund_id"]), str(row["objective"]), str(row["period"]))
        if series == view.choice.series:
            continue
        title = f"{words.escaped(what(series))}, {words.day(series.period)}"
        found.append(
            f"{words.labelled(title, euro(row['committed_eur']))} "
            f"([{_('source')}]({source_link(row['source_id'])}))"
        )
    more = len(found) - _MOST
    return found[:_MOST] + ([_more(more)] if more > 0 else [])


def _more(amounts_left: int) -> str:
    return n_("and {count} more amount", "and {count} more amounts", amounts_left,
              count=words.counted(amounts_left))  # fmt: skip


def _origins(view: View, row: Row) -> str:
    """Where money and need are from, on one quiet line."""
    titles = ask(view.dataset, "source").set_index("source_id")["title"]
    parts = [_(view.dataset.watermark)] if view.dataset.watermark else []
    for name, prefix in ((_("Money"), ""), (_("Need"), "need_")):
        source_id = str(row.get(f"{prefix}source_id"))
        if source_id not in titles.index:
            continue
        line, status = row[f"{prefix}source_line"], str(row[_status(prefix)])
        where = f", {_('line {number}', number=int(line))}" if words.is_known(line) else ""
        declared = row[f"{prefix}evidence"] == "declared"
        how = "" if status == "A" else f" ({words.STATUS.get(status, status)})"
        how = f" ({words.EVIDENCE['declared']})" if declared else how
        title = words.escaped(str(titles[source_id]))
        parts.append(f"{name}: [{title}]({source_link(source_id)}){where}{how}")
    return " · ".join(parts)


def _status(prefix: str) -> str:
    return "need_status" if prefix else "obs_status"
