"""The legal formula of AMIF 2021-2027 beside what is published, and what was assumed."""

import pandas as pd
import streamlit as st

from analysis.amif_formula import APPLIED, GRANTED, RESETTLED, against_published
from ui import address, words
from ui.area import records
from ui.cased import begins
from ui.funds.amounts import counts, formula
from ui.language import _, later, n_, per_language, plural, speaking
from ui.language.spoken import ENGLISH
from ui.store import Dataset, ask

# What is published of the same money, nearest to the formula's first.
PUBLISHED = {
    "national programme as approved": later("programme as approved"),
    "allocation with the additions up to 2025": later("with additions up to 2025"),
}
_MILLION = 1e6
_SHARED_OUT = 5225
_TITLE = later("How near does the legal formula of AMIF 2021 to 2027 come to what is published?")
# Of the states with a programme, or with an amount that has later additions in it.
_APPROVED = plural(
    "of {states} whose programme as approved is published, {count} lies inside the estimate",
    "of {states} whose programme as approved is published, {count} lie inside the estimate",
)
_APPROVED_ABOVE = plural(
    "of {states} whose programme as approved is published, {count} lies inside the estimate and "
    "{above} above it, by a median of {median}",
    "of {states} whose programme as approved is published, {count} lie inside the estimate and "
    "{above} above it, by a median of {median}",
)
_WITH_ADDITIONS = plural(
    "of {states} with an amount with additions up to 2025, {count} lies inside the estimate",
    "of {states} with an amount with additions up to 2025, {count} lie inside the estimate",
)
_WITH_ADDITIONS_ABOVE = plural(
    "of {states} with an amount with additions up to 2025, {count} lies inside the estimate and "
    "{above} above it, by a median of {median}",
    "of {states} with an amount with additions up to 2025, {count} lie inside the estimate and "
    "{above} above it, by a median of {median}",
)
_ASSUMED = later(
    "The Regulation shares out {total} million EUR (Article 13(1)(a)): 8 million for each Member "
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
    st.markdown(f"##### {_(_TITLE)}")
    st.markdown(said(rows))
    st.markdown(_(_ASSUMED, lacking=_lacking(dataset), total=words.number(_SHARED_OUT)))
    if not st.toggle(
        _("Show the Member States"),
        help=_("Estimate and published amount of each Member State, as rows."),
        **address.switch("formula"),
    ):
        return
    shown = rows.reset_index()
    shown["kind"] = shown["kind"].map(_, na_action="ignore")
    for name in ("lower", "upper", "asylum_lower_eur", "asylum_upper_eur", "fixed_eur",
                 "published"):  # fmt: skip
        shown[name] = shown[name] / _MILLION
    number = st.column_config.NumberColumn
    money = "%,.1f"
    columns = {
        "place": st.column_config.TextColumn(_("Member State"), pinned=True),
        "lower": number(_("Estimate, from (million EUR)"), format=money),
        "upper": number(_("to"), format=money),
        "published": number(_("Published (million EUR)"), format=money),
        "kind": _("Published is"),
        "off_percent": number(_("Outside the estimate by (%)"), format="%+.0f"),
        "fixed_eur": number(_("Fixed amount"), format=money),
        "asylum_lower_eur": number(_("Asylum part, from"), format=money),
        "asylum_upper_eur": number(f"{_('to')} ", format=money),
    }
    records.table(dataset, shown.drop(columns=["source_id"]), columns)
    with speaking(ENGLISH):
        rows = compared(dataset)
    records.download(
        dataset, rows.assign(obs_status="E", evidence="estimated"), "amif_2021-2027_formula",
        _TITLE, _("Download the estimate"),
    )  # fmt: skip


@per_language(8)
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
        above = part.loc[part["off_percent"] > 0, "off_percent"]
        approved = kind == PUBLISHED["national programme as approved"]
        pair = _APPROVED if approved else _WITH_ADDITIONS
        if len(above):
            pair = _APPROVED_ABOVE if approved else _WITH_ADDITIONS_ABOVE
        parts.append(
            n_(*pair, int(part["inside"].sum()), states=words.count_of(len(part), "state"),
               above=len(above), median=f"{words.rate(above.median())}{words.THIN}%")
        )  # fmt: skip
    unknown = int(rows["published"].isna().sum())
    lead = words.apart(parts)
    lead = begins(lead)
    nothing = n_(
        "For {count} state nothing comparable was found.",
        "For {count} states nothing comparable was found.", unknown,
    )  # fmt: skip
    later_on = _("{comparison}: additions of later years are not in the formula.", comparison=lead)
    return f"{later_on} {nothing}"


def _lacking(dataset: Dataset) -> str:
    """How much of the counts is not published."""
    known = counts(dataset)
    texts = {
        APPLIED: later("applicants: {states}"),
        GRANTED: later("protection granted: {states}"),
        RESETTLED: later("resettled: {states}"),
    }
    found = [
        _(texts[each], states=words.count_of(int((part["missing"] > 0).sum()), "state"))
        for each, part in known.items()
        if (part["missing"] > 0).any()
    ]
    return words.apart(found) if found else _("none lacks one")
