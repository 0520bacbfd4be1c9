"""The rows behind the picture, as tables and files."""

import pandas as pd
import streamlit as st

from analysis.index.ranking import ENDS
from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, STATES, UNKNOWN
from ui.area import records
from ui.aspects import AREAS
from ui.language import _
from ui.store import Dataset, ask
from ui.vision.choice import VisionChoice
from ui.vision.seen import Vision, range_of, vision_of
from ui.vision.words import NAMES, RULES, THIRDS

_NUMBER = st.column_config.NumberColumn
_METHOD = (
    "place among the territories ranked, 1 is best, over draws of assumptions; "
    f"{ENDS[0]:.0%} to {ENDS[1]:.0%}: a sensitivity range, no confidence interval"
)


def of_territories(dataset: Dataset, choice: VisionChoice) -> pd.DataFrame:
    """One row per territory: the range of its rank, and how many areas have an answer."""
    vision = vision_of(dataset, choice)
    rows = vision.rows.reset_index()
    counts = {
        COVERED: "areas_covered", PARTLY: "areas_partly", NO_ANSWER: "areas_no_answer",
        UNKNOWN: "areas_unknown",
    }  # fmt: skip
    found = rows.assign(
        rank_label=[range_of(row) for row in rows.to_dict("records")],
        third=[_third(int(each)) for each in rows["map_class"]],
        why=rows["why"].replace("", None),
        coverage_share=100 * rows["coverage"],
        top_third_share=100 * rows["top_third"],
        ranked_share=(100 * rows["ranked"]).fillna(0.0),
        method=_METHOD,
    ).rename(
        columns={
            "lower": "rank_lower", "median": "rank_median", "upper": "rank_upper", "of": "rank_of",
            **counts,
        }
    )  # fmt: skip
    columns = [
        "territory_id", "place", "country", "level", "rank_lower", "rank_median", "rank_upper",
        "rank_of", "rank_label", "why", "third", "from_the_middle", "top_third_share",
        "ranked_share", "coverage_share", *counts.values(), "obs_status", "evidence", "method",
    ]  # fmt: skip
    sources = vision.facts.rows.groupby("territory_id")["source_ids"].agg(" ".join)
    return _sourced(dataset, found[columns], found["territory_id"].map(sources).fillna(""))


def of_matrix(dataset: Dataset, choice: VisionChoice) -> pd.DataFrame:
    """One row per territory and area: covered, partly, no answer or unknown, and why."""
    vision = vision_of(dataset, choice)
    rows = vision.matrix.melt(ignore_index=False, var_name="area_id", value_name="answer")
    rows = rows.reset_index()
    area_of = {each.aspect_id: each.area for each in choice.aspects}
    facts = vision.facts.rows.assign(area_id=vision.facts.rows["aspect_id"].map(area_of))
    facts["is_known"] = facts[["lower", "upper"]].notna().any(axis=1)
    grouped = facts.groupby(["territory_id", "area_id"])
    known = pd.DataFrame(
        {
            "aspects_known": grouped["is_known"].sum(),
            "source_ids": grouped["source_ids"].agg(" ".join),
        }
    ).reset_index()
    rows = rows.merge(known, on=["territory_id", "area_id"], how="left", validate="1:1")
    many = pd.Series(list(area_of.values())).value_counts()
    found = rows.assign(
        place=rows["territory_id"].map(vision.rows["place"]),
        country=rows["territory_id"].map(vision.rows["country"]),
        level=choice.where.level,
        area=rows["area_id"].map(dict(AREAS)),
        aspects_known=rows["aspects_known"].fillna(0).astype(int),
        aspects=rows["area_id"].map(many).astype(int),
        rule=rows["answer"].map(RULES),
        obs_status=rows["answer"].eq(UNKNOWN).map({True: "L", False: "E"}),
        evidence=vision.rows["evidence"].iloc[0],
    )
    columns = [
        "territory_id", "place", "country", "level", "area_id", "area", "answer", "aspects_known",
        "aspects", "rule", "obs_status", "evidence",
    ]  # fmt: skip
    order = found["answer"].map({state: at for at, state in enumerate(STATES)})
    found = found.assign(order=order).sort_values(["territory_id", "order"], kind="stable")
    return _sourced(dataset, found[columns], found["source_ids"].fillna(""))


def _third(map_class: int) -> str:
    return THIRDS[map_class] if map_class >= 0 else "unknown" if map_class == -1 else "cannot tell"


def _sourced(dataset: Dataset, rows: pd.DataFrame, ids: pd.Series) -> pd.DataFrame:
    """The rows with the sources behind each, their titles and licences."""
    sources = ask(dataset, "source").set_index("source_id")
    each = [sorted(set(str(text).split())) for text in ids]
    titles = records.titles(dataset)
    return rows.assign(
        question="Who has a whole strategy, and who a patchwork?",
        sources=["; ".join(titles[one] for one in many if one in titles) for many in each],
        licences=[
            "; ".join(dict.fromkeys(str(sources.loc[one, "licence"]) for one in many
                                    if one in sources.index))
            for many in each
        ],
        source_ids=[" ".join(many) for many in each],
    )  # fmt: skip


def twin(vision: Vision) -> None:
    """The ranges and the matrix as one table."""
    heads = {area: _(AREAS[area]) for area in vision.matrix.columns}
    rows = vision.rows.join(vision.matrix.map(lambda each: NAMES[str(each)])).assign(
        range=[range_of(row) for row in vision.rows.to_dict("records")],
        known=100 * vision.rows["coverage"],
        first=100 * vision.rows["top_third"],
    )
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "range": _("Place in 9 of 10 draws"),
        "median": _NUMBER(_("Median place"), format="%.3g"),
        "first": _NUMBER(_("In the first third, % of draws"), format="%.0f"),
        "known": _NUMBER(_("Aspects known, %"), format="%.0f"),
        **heads,
    }
    shown = rows.drop(columns=["obs_status", "evidence"]).sort_values(["median", "place"])
    records.twin(vision.dataset, shown, columns)
