"""The table twin of the dot plots: a row for each measure, a column for each territory."""

import pandas as pd
import streamlit as st

from ui import address
from ui.aspects import AREAS, BY_ID, address_of
from ui.aspects.reasons import told
from ui.compare.choice import CompareChoice
from ui.compare.context import BY_FACT
from ui.compare.told import dated, span
from ui.language import _
from ui.store import Dataset


def twin(dataset: Dataset, choice: CompareChoice, rows: pd.DataFrame) -> None:
    """Sent to the browser only when it is asked for; unknown says why."""
    if not st.toggle(
        _("Show as a table"),
        help=_("The same figures as rows, for a screen reader or to copy from."),
        **address.switch("table"),
    ):
        return
    if dataset.watermark:
        st.caption(dataset.watermark)
    text = [
        f"{span(row)}{dated(row)}"
        if pd.notna(row["lower"]) or pd.notna(row["upper"])
        else told(str(row["why"]))
        for row in rows.to_dict("records")
    ]
    wide = rows.assign(text=text).pivot(index="measure", columns="column", values="text")
    first = rows.drop_duplicates("measure").set_index("measure")
    wide = wide.reindex(first.index)[[each.key for each in choice.columns]]
    wide.insert(0, "measure", first["label"])
    wide.insert(1, "area", first["area"].map(AREAS))
    wide["page"] = [_page(choice, str(measure)) for measure in wide.index]
    names = {each.key: st.column_config.TextColumn(each.name) for each in choice.columns}
    st.dataframe(
        wide, hide_index=True, height=420,
        column_config={
            "measure": st.column_config.TextColumn(_("Measure"), pinned=True, width="medium"),
            "area": _("Area"),
            "page": st.column_config.LinkColumn(_("Behind it"), display_text=_("Page and sources")),
            **names,
        },
    )  # fmt: skip


def _page(choice: CompareChoice, measure: str) -> str:
    """The page behind a measure, at the first territory."""
    if measure not in BY_ID or not choice.of:
        return ""
    level = next(each.level for each in choice.columns if each.key == choice.of)
    return address.link(address_of(BY_ID[measure], choice.of, level or 0))


def method(choice: CompareChoice) -> None:
    """How columns are compared, groups added up and peers found."""
    st.markdown(
        "\n\n".join(
            [
                _(
                    "Every figure is the one its own page works out; the table links to it. "
                    "Where the map of Gaps draws a whole country, a region's own figure still "
                    "stands here. A figure known from one side only is *at least* or *at "
                    "most*. Two figures are said to differ for certain only where all that is "
                    "known of one lies above all that is known of the other."
                ),
                _(
                    "**Groups** are worked out from sums: what is there in all of them over "
                    "what is asked for, or over the residents, of all of them, never as a mean "
                    "of their rates. Where a part is unknown the sum is *at least* what is "
                    "known, and the number of territories known is said. What has no such "
                    "parts, such as types of organisation, is withheld."
                ),
                _(
                    "**Peers** are the territories of the same level with the smallest "
                    "distance: the root of the mean squared difference over the facts chosen, "
                    "each in units of its robust spread (scaled median absolute deviation) "
                    "over all territories of the level. Residents, density, GDP and newcomers "
                    "are compared as ratios. A fact that is unknown for a pair is left out for "
                    "that pair; a pair must share half of the facts known here."
                ),
            ]
        )
    )
    for each in choice.facts:
        st.caption(f"**{_(BY_FACT[each].label)}**: {_(BY_FACT[each].about)}")
