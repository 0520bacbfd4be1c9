"""One territory explained: sentences before numbers, and where every figure is from."""

import pandas as pd
import streamlit as st

from ui import charts, chosen, words
from ui.address import source_link
from ui.corrections.beside import of_view
from ui.language import _, n_
from ui.palette import Palette
from ui.store import ask
from ui.view import View


def explain(view: View, territory_id: str, palette: Palette) -> None:
    """Everything the view knows of one territory."""
    row = view.rows.loc[[territory_id]].iloc[0]
    chosen.heading(view.dataset, territory_id, str(row["place"]))
    lines = _hospital(view, row) if view.choice.indicator.is_share else _figure(view, row)
    st.markdown(" ".join(lines))
    if view.choice.indicator.reads == "figure":
        _series(view, territory_id, palette)
    st.caption(_origin(view, row))
    of_view(view, row)


def _hospital(view: View, row: pd.Series) -> list[str]:
    """Distance to care in sentences."""
    reach = ask(view.dataset, "hospital_reach", km=view.choice.km).set_index("territory_id")
    facts = reach.loc[[str(row.name)]].iloc[0]
    km = view.choice.km
    if pd.isna(row["residents"]):
        return [_("**Unknown.** Groundwork has no figure of how many people live here and where.")]
    residents, narrow = words.short(row["residents"]), row["upper"] - row["lower"] < 99
    sure = words.rate(row["lower"]) == words.rate(row["upper"])
    register = _register(int(facts["hospitals"]))
    ends = {"low": _share(row["lower"]), "high": _share(row["upper"])}
    if pd.isna(row["value"]):
        doubt = _(
            "**Unknown** how many of {residents} residents live farther than {km} km from the "
            "nearest hospital: {why}.",
            residents=residents, km=km, why=_(str(row["note"])),
        )  # fmt: skip
        share = _("The true share is between {low} and {high}.", **ends)
        return [doubt, *([share] if narrow else []), register]
    if not sure:
        span = _(
            "Of {residents} residents, between **{least} and {most}** live farther than {km} km "
            "from the nearest hospital, between {low} and {high}: {why}.",
            residents=residents, km=km, why=_(str(row["note"])), **ends,
            least=words.short(row["count_lower"]), most=words.short(row["count_upper"]),
        )  # fmt: skip
        return [span, register]
    said = [
        _(
            "Of {residents} residents, about **{count} ({share})** live farther than {km} km from "
            "the nearest hospital.",
            residents=residents, km=km, count=words.short(row["count"]),
            share=_share(row["value"]),
        )
        if row["count"] > 0
        else _(
            "**Nobody** of {residents} residents lives farther than {km} km from the nearest "
            "hospital.",
            residents=residents, km=km,
        )
    ]  # fmt: skip
    if pd.notna(facts["mean_km"]) and pd.isna(row["note"]):
        said.append(
            _("For the average resident it is {km} km away.", km=words.rate(facts["mean_km"]))
        )
    abroad = facts["nearest_abroad_persons"] / row["residents"] * 100
    if abroad >= 0.5:
        said.append(
            _("For {share} the nearest one is across a national border.", share=_share(abroad))
        )
    return [*said, register]


def _register(sites: int) -> str:
    return n_(
        "The register lists {count} hospital site here.",
        "The register lists {count} hospital sites here.",
        sites, count=words.counted(sites),
    )  # fmt: skip


def _share(value: float) -> str:
    return f"{words.rate(value)}{words.THIN}%"


def _figure(view: View, row: pd.Series) -> list[str]:
    """A counted figure in sentences."""
    label = view.choice.counted()
    if pd.notna(row["count"]):
        return [_counted(view, row, label)]
    if pd.notna(row["count_lower"]):
        return [
            _(
                "**Unknown**, at least {count} {what}: {why}.",
                count=words.number(row["count_lower"]), what=label,
                why=words.escaped(_(str(row["note"]))),
            )
        ]  # fmt: skip
    if pd.notna(row["note"]):
        return [
            _(
                "**Unknown.** Groundwork has no such figure for this territory and period: {why}.",
                why=words.escaped(_(str(row["note"]))),
            )
        ]
    return [_("**Unknown.** Groundwork has no such figure for this territory and period.")]


def _counted(view: View, row: pd.Series, label: str) -> str:
    """A count, its date, its rate where residents are known, and whom it counts."""
    told = {
        "count": words.number(row["count"]), "what": label,
        "date": words.day(str(row["period"])),
        "whom": words.inside(words.GROUPS[str(row["group_id"])]),
    }  # fmt: skip
    is_day = len(str(row["period"])) >= 10
    if pd.isna(row["value"]):
        if is_day:
            return _("**{count} {what}** on {date} ({whom}).", **told)
        return _("**{count} {what}** in {date} ({whom}).", **told)
    rate = words.with_unit(row["value"], view.choice.indicator.unit)
    if is_day:
        return _("**{count} {what}** on {date}, {rate} residents ({whom}).", **told, rate=rate)
    return _("**{count} {what}** in {date}, {rate} residents ({whom}).", **told, rate=rate)


def _series(view: View, territory_id: str, palette: Palette) -> None:
    """The territory's figures over time, when there are at least three."""
    choice = view.choice
    series = ask(
        view.dataset,
        "series",
        territory_id=territory_id,
        measure_id=choice.indicator.measures[choice.group_id],
        group_id=choice.group_id,
    )
    widest = series[series["group_id"] == view.rows.loc[territory_id, "group_id"]]
    if widest["value"].notna().sum() >= 3:
        charts.over_time(widest, palette, choice.counted())
        _doubts(widest)


def _doubts(series: pd.DataFrame) -> None:
    """What the rings in a series mean: the reason of the latest figure in doubt."""
    doubted = series[series["obs_status"].isin(["U", "B"]) & series["value"].notna()]
    if doubted.empty:
        return
    last = doubted.iloc[-1]
    reason = str(last["note"] or "").rpartition("doubtful: ")[2]
    date, earlier = words.day(str(last["period"])), len(doubted) - 1
    said = _("Ringed, as in doubt: {date}.", date=date)
    if earlier:
        said = n_(
            "Ringed, as in doubt: {date} and {count} earlier figure.",
            "Ringed, as in doubt: {date} and {count} earlier figures.",
            earlier, date=date, count=words.counted(earlier),
        )  # fmt: skip
    st.caption(f"{said} {words.escaped(reason)}")


def _origin(view: View, row: pd.Series) -> str:
    """Period, status and source of a row on one quiet line."""
    sources = ask(view.dataset, "source").set_index("source_id")
    parts = []
    if pd.notna(row["period"]):
        parts.append(words.day(str(row["period"])))
    status, evidence = str(row["obs_status"]), row["evidence"]
    if pd.notna(evidence) and evidence != "published":
        parts.append(words.EVIDENCE[str(evidence)])
    elif pd.notna(row["value"]) or status != "L":
        parts.append(words.STATUS[status])
    if pd.notna(row["source_id"]):
        source = sources.loc[row["source_id"]]
        title = words.escaped(str(source["title"]))
        link = f"[{title}]({source['url']})" if words.is_web(source["url"]) else title
        parts.append(f"{words.escaped(_(str(source['publisher'])))}, {link}")
    if pd.notna(row["source_line"]):
        file = str(row["source_file"]).rsplit("/", 1)[-1]
        parts.append(
            _("{file}, line {number}", file=words.escaped(file), number=int(row["source_line"]))
        )
    note = row["note"]
    if pd.notna(note) and view.choice.indicator.reads == "figure" and pd.notna(row["value"]):
        parts.append(words.escaped(_(str(note))))
    if pd.notna(row["residents_period"]):
        parts.append(_("residents on 1 January {year}", year=row["residents_period"]))
    if pd.notna(row["source_id"]):
        parts.append(f"[{_('Source and caveats')}]({source_link(row['source_id'])})")
    return " · ".join(parts)
