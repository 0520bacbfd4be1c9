"""One territory explained: sentences before numbers, and where every figure is from."""

import pandas as pd
import streamlit as st

from ui import charts, chosen, words
from ui.address import source_link
from ui.corrections.beside import of_view
from ui.palette import Palette
from ui.store import ask
from ui.view import View


def explain(view: View, territory_id: str, palette: Palette) -> None:
    """Everything the view knows of one territory."""
    row = view.rows.loc[[territory_id]].iloc[0]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
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
    where = f"farther than {view.choice.km} km from the nearest hospital"
    if pd.isna(row["residents"]):
        return ["**Unknown.** Groundwork has no figure of how many people live here and where."]
    residents, narrow = words.short(row["residents"]), row["upper"] - row["lower"] < 99
    sure = words.rate(row["lower"]) == words.rate(row["upper"])
    interval = f"between {_share(row['lower'])} and {_share(row['upper'])}"
    register = (
        f"The register lists {words.count_of(int(facts['hospitals']), 'hospital site')} here."
    )
    if pd.isna(row["value"]):
        doubt = f"**Unknown** how many of {residents} residents live {where}: {row['note']}."
        return [doubt, *([f"The true share is {interval}."] if narrow else []), register]
    if not sure:
        low, high = words.short(row["count_lower"]), words.short(row["count_upper"])
        span = f"Of {residents} residents, between **{low} and {high}** live {where},"
        return [span, f"{interval}: {row['note']}.", register]
    said = [
        f"Of {residents} residents, about **{words.short(row['count'])} "
        f"({_share(row['value'])})** live {where}."
        if row["count"] > 0
        else f"**Nobody** of {residents} residents lives {where}."
    ]
    if pd.notna(facts["mean_km"]) and pd.isna(row["note"]):
        said.append(f"For the average resident it is {words.rate(facts['mean_km'])} km away.")
    abroad = facts["nearest_abroad_persons"] / row["residents"] * 100
    if abroad >= 0.5:
        said.append(f"For {_share(abroad)} the nearest one is across a national border.")
    return [*said, register]


def _share(value: float) -> str:
    return f"{words.rate(value)}{words.THIN}%"


def _figure(view: View, row: pd.Series) -> list[str]:
    """A counted figure in sentences."""
    label = view.choice.counted()
    if pd.notna(row["count"]):
        said = [f"**{words.number(row['count'])} {label}** on {words.day(str(row['period']))}"]
        if len(str(row["period"])) < 10:
            said = [said[0].replace(" on ", " in ")]
        if pd.notna(row["value"]):
            said.append(f", {words.with_unit(row['value'], view.choice.indicator.unit)} residents")
        text = "".join(said) + f" ({words.GROUPS[str(row['group_id'])].lower()})."
        return [text]
    if pd.notna(row["count_lower"]):
        return [
            f"**Unknown**, at least {words.number(row['count_lower'])} {label}: "
            f"{words.escaped(str(row['note']))}."
        ]
    note = f": {words.escaped(str(row['note']))}" if pd.notna(row["note"]) else ""
    return [f"**Unknown.** Groundwork has no such figure for this territory and period{note}."]


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
    many = f" and {words.count_of(len(doubted) - 1, 'earlier figure')}" if len(doubted) > 1 else ""
    st.caption(
        f"Ringed, as in doubt: {words.day(str(last['period']))}{many}. {words.escaped(reason)}"
    )


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
        parts.append(f"{words.escaped(str(source['publisher']))}, {link}")
    if pd.notna(row["source_line"]):
        file = str(row["source_file"]).rsplit("/", 1)[-1]
        parts.append(f"{words.escaped(file)}, line {int(row['source_line'])}")
    note = row["note"]
    if pd.notna(note) and view.choice.indicator.reads == "figure" and pd.notna(row["value"]):
        parts.append(words.escaped(str(note)))
    if pd.notna(row["residents_period"]):
        parts.append(f"residents on 1 January {row['residents_period']}")
    if pd.notna(row["source_id"]):
        parts.append(f"[Source and caveats]({source_link(row['source_id'])})")
    return " · ".join(parts)
