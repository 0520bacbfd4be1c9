"""The legal formula of AMIF 2021-2027 beside what is published, and what was assumed."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from analysis.amif_formula import APPLIED, GRANTED, RESETTLED, against_published
from ui import address, words
from ui.area import records
from ui.funds.amounts import counts, formula
from ui.store import Dataset, ask

# What is published of the same money, nearest to the formula's first.
PUBLISHED = {
    "national programme as approved": "programme as approved",
    "allocation with the additions up to 2025": "with additions up to 2025",
}
_MILLION = 1e6
_ASSUMED = (
    "The Regulation shares out 5 225 million EUR (Article 13(1)(a)): 8 million for each Member "
    "State (28 million for Cyprus, Malta and Greece), the rest 35 % by asylum, 30 % by legal "
    "migration and integration, 35 % by return, with figures of 2017 to 2019 (Annex I). **The "
    "fixed amount and the asylum part follow the formula.** Applicants are Eurostat's; people "
    "granted protection and resettled are UNHCR's, which for some states counts appeals too. A "
    "year that UNHCR does not publish runs from none to as many as applied, or as the median "
    "state resettled ({lacking}). **The two other parts stand on residence permits, return "
    "decisions and returns, which are not in the data**: they are spanned between a state's "
    "share of the asylum part and its share of residents. That is an assumption; the law sets no "
    "such bounds."
)


def draw(dataset: Dataset) -> None:
    """Estimate and published amounts by Member State, and how far off."""
    rows = compared(dataset)
    if rows.empty:
        return
    title = "How near does the legal formula of AMIF 2021 to 2027 come to what is published?"
    st.markdown(f"##### {title}")
    st.markdown(said(rows))
    st.markdown(_ASSUMED.format(lacking=_lacking(dataset)).replace("5 225", f"5{words.THIN}225"))
    if not st.toggle(
        "Show the Member States",
        help="Estimate and published amount of each Member State, as rows.",
        **address.switch("formula"),
    ):
        return
    shown = rows.reset_index()
    for name in ("lower", "upper", "asylum_lower_eur", "asylum_upper_eur", "fixed_eur",
                 "published"):  # fmt: skip
        shown[name] = shown[name] / _MILLION
    number = st.column_config.NumberColumn
    money = "%,.1f"
    columns = {
        "place": st.column_config.TextColumn("Member State", pinned=True),
        "lower": number("Estimate, from (million EUR)", format=money),
        "upper": number("to", format=money),
        "published": number("Published (million EUR)", format=money),
        "kind": "Published is",
        "off_percent": number("Outside the estimate by (%)", format="%+.0f"),
        "fixed_eur": number("Fixed amount", format=money),
        "asylum_lower_eur": number("Asylum part, from", format=money),
        "asylum_upper_eur": number("to ", format=money),
    }
    records.table(dataset, shown.drop(columns=["source_id"]), columns)
    records.download(
        dataset, rows.assign(obs_status="E", evidence="estimated"), "amif_2021-2027_formula",
        title, "Download the estimate",
    )  # fmt: skip


@lru_cache(maxsize=8)
def compared(dataset: Dataset) -> pd.DataFrame:
    """The formula by Member State with the published amount nearest to it, if any."""
    estimate = formula(dataset)
    if estimate.empty:
        return pd.DataFrame()
    money = ask(dataset, "funding")
    money = money[
        (money["fund_id"] == "AMIF")
        & (money["period"] == "2021/2027")
        & money["objective"].isin(PUBLISHED)
        & money["committed_eur"].notna()
    ]
    order = {each: i for i, each in enumerate(PUBLISHED)}
    money = money.assign(order=money["objective"].map(order)).sort_values(["order", "source_id"])
    nearest = money.drop_duplicates("territory_id").set_index("territory_id")
    off = against_published(estimate, nearest["committed_eur"])
    names = ask(dataset, "region").set_index("territory_id")["name"]
    return estimate.assign(
        place=[words.country(str(each)) for each in estimate.index],
        name=names.reindex(estimate.index),
        published=nearest["committed_eur"].reindex(estimate.index),
        kind=nearest["objective"].map(PUBLISHED).reindex(estimate.index),
        off_percent=off["off_percent"].reindex(estimate.index),
        inside=off["inside"].reindex(estimate.index),
        source_id=nearest["source_id"].reindex(estimate.index),
    ).rename_axis("territory_id")


def said(rows: pd.DataFrame) -> str:
    """How far off, apart for programmes as approved and for amounts with later additions."""
    parts = []
    for kind in PUBLISHED.values():
        part = rows[rows["kind"] == kind]
        if part.empty:
            continue
        inside = int(part["inside"].sum())
        text = (
            f"of {words.count_of(len(part), 'state')} whose {kind} is published, "
            if kind == PUBLISHED["national programme as approved"]
            else f"of {words.count_of(len(part), 'state')} with an amount {kind}, "
        )
        above = part.loc[part["off_percent"] > 0, "off_percent"]
        text += f"{inside} {'lies' if inside == 1 else 'lie'} inside the estimate"
        if len(above):
            text += (
                f" and {len(above)} above it, by a median of {words.rate(above.median())}"
                f"{words.THIN}%"
            )
        parts.append(text)
    unknown = int(rows["published"].isna().sum())
    lead = "; ".join(parts)
    return (
        f"{lead[:1].upper()}{lead[1:]}: additions of later years are not in the formula. For "
        f"{unknown} states nothing comparable was found."
    )


def _lacking(dataset: Dataset) -> str:
    """How much of the counts is not published."""
    known = counts(dataset)
    texts = {APPLIED: "applicants", GRANTED: "protection granted", RESETTLED: "resettled"}
    found = [
        f"{texts[each]}: {words.count_of(int((part['missing'] > 0).sum()), 'state')}"
        for each, part in known.items()
        if (part["missing"] > 0).any()
    ]
    return "; ".join(found) or "none lacks one"
