"""Generated digital services and origins: plausible, everywhere, with unknowns."""

from pathlib import Path

import pandas as pd
import pytest

from etl.demonstration import digital, places
from etl.demonstration.anchors import Anchors, anchors

BUNDLE = Path(__file__).parents[3] / "data" / "bundle"


@pytest.fixture(scope="module")
def base() -> Anchors:
    return anchors(BUNDLE, 7)


def test_every_country_has_services_and_local_editions_have_a_service(base: Anchors) -> None:
    rows = digital.services(base)
    assert set(base.regions["country"]) <= set(rows["territory_id"])
    assert set(rows["part_of"].dropna()) <= set(rows["service_id"])
    assert rows["service_id"].is_unique
    assert (rows["name"].str.startswith("Demonstration ")).all()
    for column in ("languages", "accessibility", "offline", "on_site", "use_value"):
        assert 0.03 < rows[column].isna().mean() < 0.6, column
    named = rows["languages"].dropna().str.split().str.len()
    assert (named == rows.loc[named.index, "languages_count"]).all()


def test_people_by_origin_add_up_to_their_country_s_total(base: Anchors) -> None:
    rows = digital.origins(base)
    last = rows[rows["period"] == rows["period"].max()]
    sums = last.groupby("territory_id")["refugees_persons"].sum()
    totals = pd.Series(base.totals["refugees_persons"]).reindex(sums.index).dropna()
    # Each of 25 origins is rounded to 5.
    assert (sums[totals.index] - totals).abs().max() <= 2.5 * rows["origin"].nunique()
    assert (rows[["refugees_persons", "asylum_seekers_persons"]] % 5 == 0).all().all()


def test_counts_on_site_are_the_generated_places(base: Anchors) -> None:
    facilities = places.facilities(base)
    rows = digital.on_site(base, facilities)
    aid = rows[rows["measure_id"] == "legal_advice_offices"]
    small = aid[aid["territory_id"].str.len() == 5]
    assert 0.5 < len(small) / len(base.regions) < 0.8
    assert not aid["territory_id"].duplicated().any()
    for level in (4, 5):
        values = aid.loc[aid["territory_id"].str.len() == level, "value"]
        assert (values == 0).any() and (values > 0).any()
    there = facilities[(facilities["service"] == "legal_aid") & (facilities["mode"] == "on_site")]
    assert small["value"].sum() <= len(there)
