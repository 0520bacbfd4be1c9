"""Whether a service is financed twice or not at all, as far as amounts say what they pay for."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from analysis import funding
from analysis.fund_series import FUNDS
from ui import words
from ui.area import records
from ui.funds.choice import Choice
from ui.funds.view import View
from ui.store import Dataset, ask
from ui.words import SERVICES


def draw(view: View) -> None:
    """A row a service: territories with two funds or more, with one, with none known."""
    st.markdown("##### Is a service financed twice, or not at all?")
    period = words.day(view.choice.series.period)
    rows, untold, larger = cells(view.dataset, view.choice)
    if rows.empty:
        st.markdown(
            f"**Unknown**: no amount of {period} says which service it pays for. That is not to "
            "say that none is financed twice, or that any is not financed."
        )
        return
    table = by_service(rows)
    twice = table.sort_values("twice", ascending=False).iloc[0]
    total = int(table["twice"].sum())
    lead = (
        f"**In {words.number(total)} cases two funds or more pay for the same service in the "
        f"same territory** in {period}, most often for {str(twice['service']).lower()}."
        if total
        else f"**No service is known to be paid by two funds** in the same territory in {period}."
    )
    silent = f"{words.count_of(untold, 'amount')} {'does' if untold == 1 else 'do'} not say what "
    silent += f"{'it pays' if untold == 1 else 'they pay'} for, and other money may not be told."
    st.markdown(
        f"{lead} Two funds may be wanted: it is worth a look, no fault. *None known* is not none: "
        + (silent if untold else "other money may not be told.")
    )
    number = st.column_config.NumberColumn
    st.dataframe(
        table,
        hide_index=True,
        height="content",
        column_config={
            "service": "Service",
            "twice": number("Two funds or more", format="%,.0f", help="Territories."),
            "once": number("One fund", format="%,.0f", help="Territories."),
            "none_known": number("None known", format="%,.0f", help="Territories."),
            "committed_eur": number("Committed (EUR)", format="%,.0f"),
        },
    )
    wider = f"{words.count_of(larger, 'amount').capitalize()} told for larger territories only "
    wider += "cannot be placed in one of these."
    if said := " · ".join(
        [view.dataset.watermark] * bool(view.dataset.watermark) + [wider] * bool(larger)
    ):
        st.caption(said)
    records.download(
        view.dataset, rows, f"funds_by_service_{view.choice.series.period.replace('/', '-')}",
        "Is a service financed twice, or not at all?", "Download by territory and service",
    )  # fmt: skip


def by_service(cells_: pd.DataFrame) -> pd.DataFrame:
    """Territories by service: financed by two funds or more, by one, by none known."""
    counted = cells_.assign(
        twice=cells_["funds"] > 1, once=cells_["funds"] == 1, none_known=cells_["funds"] == 0
    )
    sums = counted.groupby("service", sort=False)[["twice", "once", "none_known"]].sum()
    sums["committed_eur"] = counted.groupby("service", sort=False)["committed_eur"].sum()
    sums = sums.reset_index()
    return sums.assign(service=sums["service"].map(SERVICES))


@lru_cache(maxsize=32)
def cells(dataset: Dataset, choice: Choice) -> tuple[pd.DataFrame, int, int]:
    """Funds by territory of the level chosen and service; amounts that name no service; amounts
    of larger territories.

    Amounts told for regions inside a territory count for it; those for larger territories
    cannot be placed in it and are left out.
    """
    level, period = choice.where.level, choice.series.period
    money = ask(dataset, "funding")
    money = money[money["period"] == period]
    regions = ask(dataset, "region")
    regions = regions[(regions["level"] == level) & regions["members"].isna()]
    countries = choice.where.countries or tuple(money["country"].unique())
    regions = regions[regions["country"].isin(countries)]
    money = money[money["country"].isin(countries)]
    larger, money = money[money["level"] < level], money[money["level"] >= level]
    untold = int(money["service"].isna().sum())
    if money["service"].isna().all():
        return pd.DataFrame(), untold, len(larger)
    # A region's code begins with that of the one around it: two letters and a sign a level.
    inside = money.assign(territory_id=money["territory_id"].str[: level + 2])
    found = funding.coherence(inside, pd.Index(regions["territory_id"]), tuple(SERVICES)).merge(
        regions[["territory_id", "name", "country"]], on="territory_id", validate="m:1"
    )
    found["names"] = [
        ", ".join(FUNDS.get(each, each) for each in names.split()) for names in found["names"]
    ]
    return found, untold, len(larger)
