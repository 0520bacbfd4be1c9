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
from ui.language import _, n_
from ui.language.tables import dataframe
from ui.store import Dataset, ask
from ui.words import SERVICE_WORDS, SERVICES


def draw(view: View) -> None:
    """A row a service: territories with two funds or more, with one, with none known."""
    st.markdown(f"##### {_('Is a service financed twice, or not at all?')}")
    period = words.day(view.choice.series.period)
    rows, untold, larger = cells(view.dataset, view.choice)
    if rows.empty:
        st.markdown(
            _(
                "**Unknown**: no amount of {period} says which service it pays for. That is not to "
                "say that none is financed twice, or that any is not financed.",
                period=period,
            )
        )
        return
    table = by_service(rows)
    st.markdown(" ".join(_said(table, untold, period)))
    number = st.column_config.NumberColumn
    dataframe(
        table.assign(service=table["service"].map(SERVICES)),
        hide_index=True,
        height="content",
        column_config={
            "service": _("Service"),
            "twice": number(_("Two funds or more"), format="%,.0f", help=_("Territories.")),
            "once": number(_("One fund"), format="%,.0f", help=_("Territories.")),
            "none_known": number(_("None known"), format="%,.0f", help=_("Territories.")),
            "committed_eur": number(_("Committed (EUR)"), format="%,.0f"),
        },
    )
    quiet = [_(view.dataset.watermark)] if view.dataset.watermark else []
    if larger:
        quiet.append(
            n_("{count} amount told for larger territories only cannot be placed in one of these.",
               "{count} amounts told for larger territories only cannot be placed in one of these.",
               larger, count=words.counted(larger).capitalize())
        )  # fmt: skip
    if quiet:
        st.caption(" · ".join(quiet))
    records.download(
        view.dataset, rows, f"funds_by_service_{view.choice.series.period.replace('/', '-')}",
        "Is a service financed twice, or not at all?", _("Download by territory and service"),
    )  # fmt: skip


def _said(table: pd.DataFrame, untold: int, period: str) -> list[str]:
    """Whether any service is paid for twice, and how to take that."""
    twice = table.sort_values("twice", ascending=False).iloc[0]
    if total := int(table["twice"].sum()):
        lead = n_(
            "**In {count} case two funds or more pay for the same service in the same "
            "territory** in {period}, most often for {service}.",
            "**In {count} cases two funds or more pay for the same service in the same "
            "territory** in {period}, most often for {service}.",
            total, period=period, service=SERVICE_WORDS[str(twice["service"])],
        )  # fmt: skip
    else:
        lead = _(
            "**No service is known to be paid by two funds** in the same territory in {period}.",
            period=period,
        )
    silent = _("*None known* is not none: other money may not be told.")
    if untold:
        silent = n_(
            "*None known* is not none: {count} amount does not say what it pays for, and other "
            "money may not be told.",
            "*None known* is not none: {count} amounts do not say what they pay for, and other "
            "money may not be told.",
            untold, count=words.counted(untold),
        )  # fmt: skip
    return [lead, _("Two funds may be wanted: it is worth a look, no fault."), silent]


def by_service(cells_: pd.DataFrame) -> pd.DataFrame:
    """Territories by service: financed by two funds or more, by one, by none known."""
    counted = cells_.assign(
        twice=cells_["funds"] > 1, once=cells_["funds"] == 1, none_known=cells_["funds"] == 0
    )
    sums = counted.groupby("service", sort=False)[["twice", "once", "none_known"]].sum()
    sums["committed_eur"] = counted.groupby("service", sort=False)["committed_eur"].sum()
    return sums.reset_index()


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
