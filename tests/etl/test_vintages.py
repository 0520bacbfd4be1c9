"""Vintages recognised by code, and codes that ended followed to where they are now.

The invented country XA, level 3 (parents are left out here):

    NUTS 2013   XA001 . . . . XA002   XA009 .
    NUTS 2016   XA011  XA012  XA002   XA019
    NUTS 2021   XA011  XA02 1-------  XA019      XA012 and XA002 merged into XA021
    NUTS 2024   XA011  XA031  XA032   XA019      XA021 split again

and XA041, which NUTS 2016 has, NUTS 2021 merged with XA042 into XA043, and NUTS 2024 has again.
"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import vintages

CHANGES = (
    ("2013", "XA001", "2016", "XA011", 0.25),
    ("2013", "XA001", "2016", "XA012", 0.75),
    ("2013", "XA009", "2016", "XA019", 1.0),
    ("2016", "XA012", "2021", "XA021", 1.0),
    ("2016", "XA002", "2021", "XA021", 1.0),
    ("2016", "XA041", "2021", "XA043", 1.0),
    ("2016", "XA041", "2024", "XA041", 1.0),
    ("2016", "XA042", "2021", "XA043", 1.0),
    ("2016", "XA042", "2024", "XA042", 1.0),
    ("2021", "XA021", "2024", "XA031", 0.4),
    ("2021", "XA021", "2024", "XA032", 0.6),
    ("2021", "XA043", "2024", "XA041", 0.5),
    ("2021", "XA043", "2024", "XA042", 0.5),
)
NOW = {
    "2021": ("XA", "XA011", "XA019", "XA021", "XA043", "UK", "UKX01"),
    "2024": ("XA", "XB", "XA011", "XA019", "XA031", "XA032", "XA041", "XA042"),
}


def changes(rows: tuple[tuple[object, ...], ...] = CHANGES) -> pd.DataFrame:
    columns = ["old_version", "old_code", "new_version", "new_code", "share"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(area_share=frame["share"])


@pytest.fixture(scope="module")
def known() -> dict[str, frozenset[str]]:
    territories = pd.DataFrame(
        [
            {
                "territory_id": code,
                "version": version,
                "shown": code[:2] != "XA" or version > "2021",
            }
            for version, codes in NOW.items()
            for code in codes
        ]
    )
    return vintages.codes_by_version(territories, changes())


def test_older_code_lists_follow_from_the_changes(known: vintages.Codes) -> None:
    regions = {v: {code for code in codes if len(code) > 2} for v, codes in known.items()}
    assert regions["2016"] == {"XA011", "XA012", "XA002", "XA019", "XA041", "XA042", "UKX01"}
    assert regions["2013"] == {"XA001", "XA002", "XA009", "XA041", "XA042", "UKX01"}


def test_the_display_geography_has_the_old_codes_of_the_united_kingdom(
    known: vintages.Codes,
) -> None:
    assert "UKX01" in known["2024"]
    assert "XA021" not in known["2024"]


def test_a_countrys_code_is_in_every_version(known: vintages.Codes) -> None:
    assert vintages.vintages("XB", known) == ["2013", "2016", "2021", "2024"]
    assert vintages.vintages("XA041", known) == ["2013", "2016", "2024"]
    assert vintages.vintages("XA999", known) == []


@pytest.mark.parametrize(
    ("code", "file_version", "version"),
    [
        ("XA011", "2024", "2024"),
        ("XA011", "2016", "2016"),
        ("XA021", "2024", "2021"),
        ("XA012", "2021", "2016"),
        ("XA001", "2024", "2013"),
        ("XA041", "2024", "2024"),  # there again
        ("XA041", "2021", "2016"),  # before it was there again
        ("XA031", "2021", "2021"),  # not yet there: stays, and is a fault
        ("XA999", "2021", "2021"),
    ],
)
def test_a_row_gets_the_latest_version_of_its_file_that_has_its_code(
    known: vintages.Codes, code: str, file_version: str, version: str
) -> None:
    settled = vintages.settle(pd.Series([code]), pd.Series([file_version]), known)
    assert settled.tolist() == [version]


def test_rows_are_settled_one_by_one_and_keep_their_index(known: vintages.Codes) -> None:
    codes = pd.Series(["XA001", "XA019", "XA012"], index=[7, 3, 5])
    files = pd.Series(["2021", "2013", "2021"], index=[7, 3, 5])
    assert vintages.settle(codes, files, known).to_dict() == {7: "2013", 3: "2013", 5: "2016"}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("XA022", "'XA022' is not a known code; the nearest is 'XA021'"),
        ("GB", "'GB' begins with an ISO country code; in NUTS it is 'UK'"),
        ("GBX01", "'GBX01' begins with an ISO country code; in NUTS it is 'UKX01'"),
        ("XA031", "'XA031' is a code of NUTS 2024, the file's are of NUTS 2021"),
    ],
)
def test_a_code_that_is_not_in_its_version_is_told_what_it_may_be(
    known: vintages.Codes, code: str, reason: str
) -> None:
    rows = pd.Series(["XA011", code], name="territory_id")
    found = vintages.faults(rows, pd.Series(["2021", "2021"]), known)
    assert found == [(1, "territory_id", reason)]


def test_greece_in_iso_is_recognised() -> None:
    known = {"2024": frozenset({"EL", "EL30"})}
    ((_, _, reason),) = vintages.faults(pd.Series(["GR30"]), pd.Series(["2024"]), known)
    assert reason.endswith("in NUTS it is 'EL30'")


def parts(rows: pd.DataFrame) -> dict[tuple[str, str], float]:
    frame = rows.assign(part=rows["share_to"] - rows["share_from"])
    return frame.set_index(["old_code", "new_code"])["part"].round(9).to_dict()


def test_codes_are_followed_through_all_versions() -> None:
    """Of XA001, 3/4 went to XA012, all of that to XA021, and 4/10 of that to XA031."""
    assert parts(vintages.crosswalk(changes())) == {
        ("XA001", "XA011"): 0.25,
        ("XA001", "XA031"): 0.3,
        ("XA001", "XA032"): 0.45,
        ("XA009", "XA019"): 1,
        ("XA012", "XA031"): 0.4,
        ("XA012", "XA032"): 0.6,
        ("XA002", "XA031"): 0.4,
        ("XA002", "XA032"): 0.6,
        ("XA041", "XA041"): 1,
        ("XA042", "XA042"): 1,
        ("XA021", "XA031"): 0.4,
        ("XA021", "XA032"): 0.6,
        ("XA043", "XA041"): 0.5,
        ("XA043", "XA042"): 0.5,
    }


def test_how_many_codes_of_its_version_a_region_is_made_of() -> None:
    found = vintages.crosswalk(changes()).set_index(["old_code", "new_code"])["parts"]
    assert found["XA012", "XA031"] == found["XA002", "XA031"] == 2
    assert found["XA021", "XA031"] == found["XA041", "XA041"] == found["XA009", "XA019"] == 1


def test_parts_that_meet_again_are_the_whole() -> None:
    """XA001 split into thirds that NUTS 2021 joined again: the same region."""
    third = tuple(("2013", "XA001", "2016", f"XA01{n}", 1 / 3) for n in range(3))
    joined = tuple(("2016", f"XA01{n}", "2021", "XA002", 1.0) for n in range(3))
    (row,) = [
        row
        for row in vintages.crosswalk(changes(third + joined)).to_dict("records")
        if row["old_code"] == "XA001"
    ]
    assert (row["share_from"], row["share_to"], row["new_code"]) == (0, 1, "XA002")


def test_what_is_not_known_makes_all_that_follows_unknown() -> None:
    unknown = (
        ("2013", "XA001", "2016", "XA011", 1.0),
        ("2016", "XA011", "2021", "XA021", None),
        ("2016", "XA011", "2021", "XA022", None),
    )
    rows = vintages.crosswalk(changes(unknown))
    assert sorted(rows["old_code"]) == ["XA001", "XA001", "XA011", "XA011"]
    assert rows[["share_from", "share_to", "area_from", "area_to"]].isna().all(axis=None)


@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=7),
    st.integers(0, 10**9),
)
def test_rounded_parts_add_up_whatever_the_shares(weights: list[int], total: int) -> None:
    rows = tuple(
        ("2021", "XA001", "2024", f"XA1{n:02}", weight / sum(weights))
        for n, weight in enumerate(weights)
    )
    walk = vintages.crosswalk(changes(rows))
    ends = list(zip(walk["share_from"], walk["share_to"], strict=True))
    assert ends[0][0] == 0
    assert ends[-1][1] == 1
    assert [start for start, _ in ends[1:]] == [stop for _, stop in ends[:-1]]
    assert sum(round(total * stop) - round(total * start) for start, stop in ends) == total
