"""The four figures of the first page, each with what it holds, its date, status and sources."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.patchwork import RECENT_YEARS
from ui import words
from ui.address import link, source_link
from ui.overview import State
from ui.store import ask

_NONE = "unknown"


@dataclass(frozen=True)
class Figure:
    """One large figure. `value` is missing where it is unknown; `source_ids` are behind it."""

    label: str
    value: float | None
    shown: str
    unit: str
    detail: str
    period: str
    status: str
    source_ids: tuple[str, ...]
    page: str
    page_words: str


def figures(state: State) -> list[Figure]:
    """The four figures of the page; generated ones say so."""
    found = [_need(state), _places(state), _share(state), _answers(state)]
    if getattr(state.dataset, "watermark", ""):
        return [replace(figure, status=words.EVIDENCE["synthetic"]) for figure in found]
    return found


def _need(state: State) -> Figure:
    rows, total = state.counted, state.counted["need"].sum()
    lost = len(state.countries) - len(rows)
    detail = (
        f"{words.short(rows['pending'].sum())} wait for a decision, "
        f"{words.short(rows['recognised'].sum())} have a status, temporary protection included. "
        f"{_most(rows)}"
    )
    if lost:
        detail += f" Unknown in {words.count_of(lost, 'country')}."
    provisional = bool(rows["need_provisional"].eq(True).any())
    return Figure(
        "People in need of protection", None if rows.empty else float(total),
        _NONE if rows.empty else words.short(total), "people",
        "No country's need is in this dataset." if rows.empty else detail,
        years(rows["need_period"]), "sum, provisional" if provisional else "sum",
        _ids(rows["need_source_id"]), "gaps?whom=all&basis=all_protection&show=need&level=0",
        "by country",
    )  # fmt: skip


def _most(rows: pd.DataFrame) -> str:
    """Where most people in need live."""
    top = rows.sort_values("need", ascending=False).head(2)
    named = [
        f"{words.short(need)} in {words.country(code)}"
        for need, code in zip(top["need"], top["country"], strict=True)
    ]
    return f"Most: {words.listed(named)}." if named else ""


def _places(state: State) -> Figure:
    rows, total = state.with_places, state.with_places["places"].sum()
    lost = len(state.countries) - len(rows)
    detail = f"The sum of {words.count_of(len(rows), 'country')}, at each one's latest date."
    if lost:
        detail += f" Unknown in {words.number(lost)}."
    worked_out = bool((rows["places_evidence"] != "published").any())
    return Figure(
        "Reception places known", None if rows.empty else float(total),
        _NONE if rows.empty else words.number(total), "places",
        "No country's places are in this dataset." if rows.empty else detail,
        years(rows["places_period"]),
        "published, some worked out" if worked_out else "published",
        _ids(rows["places_source_id"]), "figures?short=places&level=0", "by country",
    )  # fmt: skip


def _share(state: State) -> Figure:
    rows, both = state.counted, state.both
    unknown = rows.empty or state.with_places.empty
    share = 0.0 if unknown else _percent(both["need"].sum(), rows["need"].sum())
    recent = 0.0 if unknown else _percent(state.recent(both)["need"].sum(), rows["need"].sum())
    waiting = 0.0 if unknown else _percent(both["pending"].sum(), rows["pending"].sum())
    detail = (
        f"{words.rate(recent)}{words.THIN}% where the number is from the last "
        f"{words.count_of(RECENT_YEARS, 'year')}. Of those who wait for a decision: "
        f"{words.rate(waiting)}{words.THIN}%."
    )
    return Figure(
        "People in need where places are known", None if unknown else share,
        _NONE if unknown else f"{words.rate(share)}{words.THIN}%", "% of people in need",
        "Without places or need there is no share." if unknown else detail,
        years(pd.concat([rows["need_period"], both["places_period"]])), "worked out",
        _ids(pd.concat([rows["need_source_id"], both["places_source_id"]])),
        "sources?kind=capacity&level=0", "what is known",
    )  # fmt: skip


def _answers(state: State) -> Figure:
    rows = state.ledger.rows
    known = state.ledger.answered(SHORT, MET, CANNOT_TELL)
    detail = ", ".join(
        f"{words.number(state.answers(answer))} {said}"
        for answer, said in (
            (SHORT, "short"), (MET, "with enough"), (CANNOT_TELL, "cannot tell"),
            (UNKNOWN, "unknown"),
        )
    )  # fmt: skip
    return Figure(
        "Countries that can be judged at all", float(len(known)),
        f"{words.number(len(known))} of {words.number(len(rows))}", "countries",
        f"By a place for every pending applicant, at the latest date both are known: {detail}.",
        years(known["period"]), "worked out",
        _ids(pd.concat([known["need_source_id"], known["capacity_source_id"]])),
        "gaps?level=0", "every answer",
    )  # fmt: skip


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def years(periods: pd.Series) -> str:
    """The years of periods: '2025' or '2021 to 2025'; '' where there are none."""
    found = sorted(periods.dropna().astype(str).str[:4].unique())
    if not found:
        return ""
    return found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"


def _ids(source_ids: pd.Series) -> tuple[str, ...]:
    """Sources, those behind most rows first."""
    return tuple(str(each) for each in source_ids.dropna().value_counts().index)


def origin(state: State, figure: Figure) -> str:
    """Period, status and source of a figure, on one quiet line."""
    sources = ask(state.dataset, "source").set_index("source_id")
    named = [each for each in figure.source_ids if not each.startswith("page_")]
    credit = {str(sources.loc[each, "publisher"]): each for each in named}
    linked = [f"[{words.escaped(name)}]({source_link(each)})" for name, each in credit.items()]
    if pages := len(figure.source_ids) - len(named):
        linked.append(words.count_of(pages, "public page"))
    page = f"[{figure.page_words}]({link(figure.page)})"
    return " · ".join(
        part for part in (figure.period, figure.status, " and ".join(linked), page) if part
    )
