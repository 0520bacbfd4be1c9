"""The patchwork of knowledge: own figure, a larger territory's only, or none."""

import pandas as pd
import pytest

from analysis.patchwork import BY_ID, KINDS, RECENT_YEARS, kind_of, patchwork
from etl import codes

TERRITORIES = pd.DataFrame({"territory_id": ["AT11", "AT12", "DE21", "XK"]})
KNOWN = pd.DataFrame(
    [
        ("AT11", "use", "2024-12-31", "s1"),
        ("AT1", "use", "2025", "s2"),
        ("AT", "use", "2025", "s2"),
        ("DE", "funds", "2014/2020", "s3"),
        ("XK", "need", "2012", "s4"),
    ],
    columns=["territory_id", "kind_id", "latest_period", "source_id"],
)


def cell(territory_id: str, kind_id: str, year: int = 2026) -> pd.Series:
    rows = patchwork(KNOWN, TERRITORIES, year)
    return rows.set_index(["territory_id", "kind_id"]).loc[(territory_id, kind_id)]


def test_the_territorys_own_figure_stands_before_a_newer_one_for_more() -> None:
    own = cell("AT11", "use")
    assert (own["known_for"], own["source_id"], own["state"]) == ("AT11", "s1", "recent")


def test_the_smallest_territory_around_it_is_named() -> None:
    larger = cell("AT12", "use")
    assert (larger["known_for"], larger["state"]) == ("AT1", "larger")


def test_a_figure_grows_old() -> None:
    assert cell("AT11", "use", 2024 + RECENT_YEARS)["state"] == "recent"
    assert cell("AT11", "use", 2025 + RECENT_YEARS)["state"] == "older"
    assert cell("XK", "need")["state"] == "older"


def test_a_span_is_as_old_as_its_end() -> None:
    for end in ("2020", "2020-08", "2020-Q3", "2020-12-31"):
        known = KNOWN.assign(
            territory_id=KNOWN["territory_id"].replace("DE", "DE21"),
            latest_period=KNOWN["latest_period"].replace("2014/2020", f"2014/{end}"),
        )
        rows = patchwork(known, TERRITORIES, 2023).set_index(["territory_id", "kind_id"])
        assert rows.loc[("DE21", "funds"), "state"] == "recent"


def test_nothing_known_is_missing_and_named_for_nobody() -> None:
    missing = cell("DE21", "use")
    assert missing["state"] == "missing"
    assert pd.isna(missing["known_for"])
    assert pd.isna(missing["latest_period"])


def test_every_territory_has_a_row_of_every_kind() -> None:
    rows = patchwork(KNOWN, TERRITORIES, 2026)
    assert len(rows) == len(TERRITORIES) * len(KINDS)
    assert not rows.duplicated(["territory_id", "kind_id"]).any()


def test_nobody_knows_anything_without_figures() -> None:
    assert set(patchwork(KNOWN.head(0), TERRITORIES, 2026)["state"]) == {"missing"}


@pytest.mark.parametrize("kind", codes.KIND)
@pytest.mark.parametrize("group", codes.GROUP)
def test_every_measure_is_of_a_kind_or_of_none(kind: str, group: str) -> None:
    for domain in (None, *codes.SERVICE):
        assert kind_of(kind, domain, group) in (None, *BY_ID)


def test_children_and_victims_are_a_kind_of_their_own() -> None:
    assert kind_of("target", "reception", "unaccompanied_children") == "children"
    assert kind_of("presence", "mental_health", "victims_of_torture") == "vulnerable"
