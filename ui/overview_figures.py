"""The four figures of the first page, each with what it holds, its date, status and sources."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT, UNKNOWN
from analysis.patchwork import RECENT_YEARS
from ui import words
from ui.address import link, source_link
from ui.language import _, later, n_, plural
from ui.overview import State
from ui.store import ask

_NONE = later("unknown")

_ANSWERED = {
    SHORT: plural("{count} short", "{count} short"),
    MET: plural("{count} with enough", "{count} with enough"),
    CANNOT_TELL: plural("{count} cannot tell", "{count} cannot tell"),
    UNKNOWN: plural("{count} unknown", "{count} unknown"),
}


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
    said = _(
        "{pending} wait for a decision, {recognised} have a status, temporary protection included.",
        pending=words.short(rows["pending"].sum()),
        recognised=words.short(rows["recognised"].sum()),
    )
    detail = f"{said} {_most(rows)}"
    if lost:
        detail += " " + n_(
            "Unknown in {count} country.", "Unknown in {count} countries.",
            lost, count=words.counted(lost),
        )  # fmt: skip
    provisional = bool(rows["need_provisional"].eq(True).any())
    return Figure(
        _("People in need of protection"), None if rows.empty else float(total),
        _(_NONE) if rows.empty else words.short(total), _("people"),
        _("No country's need is in this dataset.") if rows.empty else detail,
        years(rows["need_period"]), _("sum, provisional") if provisional else _("sum"),
        _ids(rows["need_source_id"]), "gaps?whom=all&basis=all_protection&show=need&level=0",
        _("by country"),
    )  # fmt: skip


def _most(rows: pd.DataFrame) -> str:
    """Where most people in need live."""
    top = rows.sort_values("need", ascending=False).head(2)
    named = [
        _("{count} in {place}", count=words.short(need), place=words.country(code))
        for need, code in zip(top["need"], top["country"], strict=True)
    ]
    return _("Most: {countries}.", countries=words.listed(named)) if named else ""


def _places(state: State) -> Figure:
    rows, total = state.with_places, state.with_places["places"].sum()
    lost = len(state.countries) - len(rows)
    detail = n_(
        "The sum of {count} country, at each one's latest date.",
        "The sum of {count} countries, at each one's latest date.",
        len(rows), count=words.counted(len(rows)),
    )  # fmt: skip
    if lost:
        detail += " " + _("Unknown in {count}.", count=words.number(lost))
    worked_out = bool((rows["places_evidence"] != "published").any())
    return Figure(
        _("Reception places known"), None if rows.empty else float(total),
        _(_NONE) if rows.empty else words.number(total), _("places"),
        _("No country's places are in this dataset.") if rows.empty else detail,
        years(rows["places_period"]),
        _("published, some worked out") if worked_out else _("published"),
        _ids(rows["places_source_id"]), "figures?short=places&level=0", _("by country"),
    )  # fmt: skip


def _share(state: State) -> Figure:
    rows, both = state.counted, state.both
    unknown = rows.empty or state.with_places.empty
    share = 0.0 if unknown else _percent(both["need"].sum(), rows["need"].sum())
    recent = 0.0 if unknown else _percent(state.recent(both)["need"].sum(), rows["need"].sum())
    waiting = 0.0 if unknown else _percent(both["pending"].sum(), rows["pending"].sum())
    detail = n_(
        "{recent} where the number is from the last {count} year. Of those who wait for a "
        "decision: {waiting}.",
        "{recent} where the number is from the last {count} years. Of those who wait for a "
        "decision: {waiting}.",
        RECENT_YEARS, count=words.counted(RECENT_YEARS),
        recent=f"{words.rate(recent)}{words.THIN}%", waiting=f"{words.rate(waiting)}{words.THIN}%",
    )  # fmt: skip
    return Figure(
        _("People in need where places are known"), None if unknown else share,
        _(_NONE) if unknown else f"{words.rate(share)}{words.THIN}%", _("% of people in need"),
        _("Without places or need there is no share.") if unknown else detail,
        years(pd.concat([rows["need_period"], both["places_period"]])), _("worked out"),
        _ids(pd.concat([rows["need_source_id"], both["places_source_id"]])),
        "sources?kind=capacity&level=0", _("what is known"),
    )  # fmt: skip


def _answers(state: State) -> Figure:
    rows = state.ledger.rows
    known = state.ledger.answered(SHORT, MET, CANNOT_TELL)
    detail = ", ".join(
        n_(*_ANSWERED[answer], state.answers(answer))
        for answer in (SHORT, MET, CANNOT_TELL, UNKNOWN)
    )
    return Figure(
        _("Countries that can be judged at all"), float(len(known)),
        _("{known} of {all}", known=words.number(len(known)), all=words.number(len(rows))),
        _("countries"),
        _(
            "By a place for every pending applicant, at the latest date both are known: {answers}.",
            answers=detail,
        ),
        years(known["period"]), _("worked out"),
        _ids(pd.concat([known["need_source_id"], known["capacity_source_id"]])),
        "gaps?level=0", _("every answer"),
    )  # fmt: skip


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def years(periods: pd.Series) -> str:
    """The years of periods: '2025' or '2021 to 2025'; '' where there are none."""
    found = sorted(periods.dropna().astype(str).str[:4].unique())
    if not found:
        return ""
    if len(found) == 1:
        return found[0]
    return _("{first} to {last}", first=found[0], last=found[-1])


def _ids(source_ids: pd.Series) -> tuple[str, ...]:
    """Sources, those behind most rows first."""
    return tuple(str(each) for each in source_ids.dropna().value_counts().index)


def origin(state: State, figure: Figure) -> str:
    """Period, status and source of a figure, on one quiet line."""
    sources = ask(state.dataset, "source").set_index("source_id")
    named = [each for each in figure.source_ids if not each.startswith("page_")]
    credit = {str(sources.loc[each, "publisher"]): each for each in named}
    linked = [f"[{words.escaped(_(name))}]({source_link(each)})" for name, each in credit.items()]
    if pages := len(figure.source_ids) - len(named):
        linked.append(
            n_(
                "{count} public page", "{count} public pages", pages, count=words.counted(pages)
            )
        )  # fmt: skip
    page = f"[{figure.page_words}]({link(figure.page)})"
    return " · ".join(
        part for part in (figure.period, figure.status, f" {_('and')} ".join(linked), page) if part
    )
