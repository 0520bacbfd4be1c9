"""Which money a territory has for newcomers, and how much that is for one in need."""

from collections.abc import Hashable
from typing import Any

from analysis.fund_series import Series
from ui import words
from ui.funds.choice import choose
from ui.funds.panel import explained, other_money
from ui.funds.view import View, view_of
from ui.language import _, later
from ui.store import Dataset, ask
from ui.territory.asking import as_a_whole, choice_of, drawn, number, page, sources, text
from ui.territory.model import Figure, Link, Section

Row = dict[Hashable, Any]
_TITLE = later("Does money follow need here?")


def money(dataset: Dataset, at: str, level: int) -> Section:
    """Money for one in need as the page Funds has it, and every other amount told."""
    choice = choice_of(choose, dataset, level=str(level))
    if choice is None:
        return Section("funds", _(_TITLE), (_("**Unknown**: no money is in this dataset."),))
    view = view_of(dataset, choice)
    around = drawn(view.spread.rows, at)
    others = other_money(view, at)
    said = _of_series(dataset, view, around, at)
    if others:
        said.append(_("Other money told for it, never added up, as each covers something else:")
                    + "\n" + "\n".join(f"- {line}" for line in others))  # fmt: skip
    elif around != at:
        said.append(
            _("**Unknown** how much reaches this territory itself: no amount is told for it.")
        )
    shown = around or at
    row = _row(view, around)
    return Section(
        "funds", _(_TITLE), tuple(said),
        figures=(*_figures(view, row, shown), *_own(dataset, view, at)),
        links=(Link(_("Money and need on the page Funds"),
                    page("funds", shown, choice.where.level)),),
    )  # fmt: skip


def _row(view: View, at: str | None) -> Row:
    if at is None:
        return {}
    return dict(view.spread.rows.loc[[at]].reset_index().iloc[0].to_dict())


def _of_series(dataset: Dataset, view: View, around: str | None, at: str) -> list[str]:
    """The usual series of the page, of the territory or the larger one that has it."""
    if around is None:
        return [
            _(
                "**Unknown**: {what} is not told for it.",
                what=words.escaped(view.choice.amount_words()),
            )
        ]
    said = explained(view, _row(view, around))
    if around == at:
        return [" ".join(said)]
    return [as_a_whole(dataset, around) + " ".join(said)]


def _figures(view: View, row: Row, at: str) -> list[Figure]:
    """Money and money for one in need of the territory drawn."""
    if not row:
        return []
    address = page("funds", at, view.choice.where.level)
    series, one = view.choice.series, view.choice.against.one
    whole = f", {row['place']}"
    known = words.is_known(row["money"])
    common = {
        "period": series.period, "evidence": text(row, "evidence") if known else "",
        "obs_status": (text(row, "obs_status") or "A") if known else "L",
        "source_ids": sources(row["source_id"], row["need_source_id"]), "page": address,
    }  # fmt: skip
    each = [number(row, name) for name in ("value", "lower", "upper")]
    amount = [number(row, f"money{end}") for end in ("", "_lower", "_upper")]
    return [
        Figure(f"{view.choice.amount_words()}{whole}", "EUR", *amount, **common),  # type: ignore[arg-type]
        Figure(f"Money for one {one}{whole}", f"EUR per {one}", *each, **common),  # type: ignore[arg-type]
    ]


def _own(dataset: Dataset, view: View, at: str) -> list[Figure]:
    """Every other amount of the territory itself."""
    rows = ask(dataset, "funding")
    rows = rows[(rows["territory_id"] == at) & rows["committed_eur"].notna()]
    found = []
    for row in rows.sort_values("period", ascending=False).to_dict("records"):
        series = Series(str(row["fund_id"]), str(row["objective"]), str(row["period"]))
        if series == view.choice.series:
            continue
        found.append(
            Figure(
                f"{series.fund}, {series.objective}", "EUR", number(row, "committed_eur"),
                period=series.period, obs_status=text(row, "obs_status"),
                evidence=text(row, "evidence"), source_ids=sources(row["source_id"]),
                page=page("funds", at, view.choice.where.level),
            )
        )  # fmt: skip
    return found
