"""Who is at work where: work rolls up the regions, and protected services lose their name."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import contract
from etl.gather import Frames
from etl.validate import conform
from tests.etl.invented import FACT, built, world

Row = dict[str, object]


def add(frames: Frames, table: str, *rows: Row) -> None:
    shape = contract.BY_NAME[table]
    frames[table, "invented"] = conform(shape, pd.DataFrame([FACT | row for row in rows]))


def organisation(key: str, territory: str, **own: object) -> Row:
    usual = {"name": f"House {key}", "actor": "ngo", "level": "local"}
    return usual | {"organisation_id": key, "territory_id": territory} | own


def activity(key: str, territory: str, contracts: int | None, period: str = "2024") -> Row:
    return {
        "organisation_id": key, "service": "housing", "territory_id": territory,
        "period": period, "contracts": contracts,
    }  # fmt: skip


def at_work(con: duckdb.DuckDBPyConnection, key: str) -> dict[str, tuple[object, ...]]:
    found = con.execute(
        "select territory_id, service, own, contracts, first_period, last_period from at_work"
        " where organisation_id = ? order by territory_id",
        [key],
    )
    return {row[0]: row[1:] for row in found.fetchall()}


def test_work_counts_where_it_is_and_in_every_territory_around(tmp_path: Path) -> None:
    frames = world([])
    add(frames, "organisation", organisation("a", "XA112"))
    add(
        frames, "activity",
        activity("a", "XA111", 2, "2023"), activity("a", "XA111", 1), activity("a", "XA", 4),
    )  # fmt: skip
    with built(tmp_path, frames) as con:
        found = at_work(con, "a")
    # Its seat is no work: XA112 is not there.
    assert found == {
        "XA111": ("housing", True, 3, "2023", "2024"),
        "XA11": ("housing", False, 3, "2023", "2024"),
        "XA1": ("housing", False, 3, "2023", "2024"),
        "XA": ("housing", True, 7, "2023", "2024"),
    }


def test_an_unknown_number_of_contracts_makes_the_sum_unknown(tmp_path: Path) -> None:
    frames = world([])
    add(frames, "organisation", organisation("a", "XA111"))
    add(frames, "activity", activity("a", "XA111", 2), activity("a", "XA112", None))
    with built(tmp_path, frames) as con:
        found = at_work(con, "a")
    assert found["XA111"][2] == 2
    assert found["XA112"][2] is None and found["XA"][2] is None


def test_an_agreement_is_work_of_both_and_a_seat_only_where_no_work_is_known(
    tmp_path: Path,
) -> None:
    frames = world([])
    add(
        frames, "organisation",
        organisation("a", "XA"), organisation("b", "XA111"), organisation("c", "XA112"),
        organisation("e", "EU27_2020", level="eu"),
    )  # fmt: skip
    deal = {"organisation_id": "a", "partner_id": "b", "territory_id": "XA111", "period": "2024",
            "service": "language", "agreement": "pact"}  # fmt: skip
    add(frames, "partnership", deal)
    with built(tmp_path, frames) as con:
        assert at_work(con, "a")["XA111"] == ("language", True, None, "2024", "2024")
        assert at_work(con, "b")["XA"][:2] == ("language", False)
        assert at_work(con, "c")["XA112"] == (None, True, None, None, None)
        assert list(at_work(con, "e")) == ["EU27_2020"]


@pytest.mark.parametrize(
    ("level", "finest"), [("nuts3", "XA111"), ("nuts2", "XA11"), ("country", "XA")]
)
def test_a_protected_service_is_counted_where_it_may_be_and_never_named(
    tmp_path: Path, level: str, finest: str
) -> None:
    """Two years in two regions become one a year where both lie; its agreement is gone."""
    frames = world([])
    add(
        frames, "organisation",
        organisation("shelter", "XA111", publish_level=level, note="behind the mill"),
        organisation("town", "XA111", publish_level="point"),
    )  # fmt: skip
    add(
        frames, "activity",
        activity("shelter", "XA111", 2), activity("shelter", "XA112", 1),
        activity("town", "XA111", 5),
    )  # fmt: skip
    deal = {"organisation_id": "town", "partner_id": "shelter", "territory_id": "XA111",
            "period": "2024", "service": "housing", "agreement": "pact"}  # fmt: skip
    add(frames, "partnership", deal)
    with built(tmp_path, frames) as con:
        assert at_work(con, "shelter") == {}
        found = at_work(con, "protected_1")
        (kept,) = con.execute(
            "select name, territory_id, note from organisation where organisation_id = ?",
            ["protected_1"],
        ).fetchall()
        deals = con.execute("select count(*) from partnership").fetchone()
        held = "".join(
            str(con.execute(f"select * from {table}").fetchall())
            for table in ("organisation", "activity", "partnership", "at_work")
        )
        assert at_work(con, "town")["XA111"][2] == 5
    shown = {"nuts3": {"XA111", "XA112"}, "nuts2": set(), "country": set()}[level]
    assert {code for code in found if len(code) == 5} == shown
    assert ("XA11" in found) == (level != "country") and "XA" in found
    assert {row[2] for row in found.values()} == {None}
    assert kept == ("a protected service, not named", finest, None)
    assert deals == (0,)
    assert "shelter" not in held and "mill" not in held
