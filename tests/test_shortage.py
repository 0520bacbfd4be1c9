"""Shortages of the published dataset against what publishers print, worked out by hand."""

import duckdb
import pandas as pd
import pytest

from analysis.gap import MET, SHORT, UNKNOWN, gaps
from analysis.standards import BY_ID, STANDARDS

Connection = duckdb.DuckDBPyConnection


def answers(con: Connection, standard_id: str, threshold: float | None = None) -> pd.DataFrame:
    """Every row of a standard with its gap, by its own benchmark or another."""
    standard = BY_ID[standard_id]
    rows = con.execute(
        "select shortage.*, region.residents_persons as residents from shortage"
        " inner join region using (territory_id) where standard_id = $standard_id",
        {"standard_id": standard_id},
    ).df()
    return gaps(rows, standard.factor(standard.threshold if threshold is None else threshold))


@pytest.mark.parametrize(
    ("code", "to_create", "line"),
    [
        ("ES61", 1378, 3),  # Andalucía, transcribed/uam_by_region.csv
        ("ES51", 136, 5),  # Cataluña
        ("ES30", 83, 7),  # Madrid
        ("ES52", 1216, 9),  # Comunitat Valenciana
    ],
)
def test_spains_places_to_create_come_out_as_published(
    dataset: Connection, code: str, to_create: int, line: int
) -> None:
    found = answers(dataset, "children_es").set_index("territory_id").loc[code]
    assert found["published_value"] == to_create
    assert found["published_source_line"] == line
    assert found["published_source_file"] == "transcribed/uam_by_region.csv"


def test_every_statement_of_spains_is_passed_on(dataset: Connection) -> None:
    """Each region in the publisher's table, unchanged; what it leaves out has no statement."""
    stated = dict(
        dataset.execute(
            "select territory_id, value from observation"
            " where measure_id = 'unaccompanied_children_to_create_places'"
        ).fetchall()
    )
    assert len(stated) == 15
    found = answers(dataset, "children_es").set_index("territory_id")["published_value"]
    assert found[list(stated)].to_dict() == stated
    others = found[found.index.str.len() == 4].drop(list(stated))
    assert others.isna().all() and len(others) == 4


@pytest.mark.parametrize(("threshold", "edited"), [(32.6, False), (40.0, True)])
def test_spain_by_its_norm_and_by_an_edited_one(
    dataset: Connection, threshold: float, edited: bool
) -> None:
    """Andalucía: 8,519,106 residents and 1,384 places (line 2 of the publisher's table).

    At 32.6 per 100,000 that asks for 2,777.2 and 1,393.2 are missing; at 40, 3,407.6 and 2,023.6.
    """
    rows = answers(dataset, "children_es", threshold if edited else None)
    found = rows.set_index("territory_id").loc["ES61"]
    assert (found["need"], found["capacity"]) == (8_519_106, 1_384)
    assert found["gap"] == pytest.approx({32.6: 1_393.228556, 40.0: 2_023.6424}[threshold])
    assert found["answer"] == SHORT
    every = rows[rows["capacity"].notna()]
    assert len(every) == 4
    expected = every["residents"] * threshold / 100_000 - every["capacity"]
    assert every["gap"].tolist() == pytest.approx(expected.tolist())


@pytest.mark.parametrize(
    ("code", "hosted", "quota", "percent"),
    [
        ("AT11", 2_053, 2_440, 84.14),  # Burgenland
        ("AT13", 32_348, 15_970, 202.55),  # Wien
        ("AT21", 2_298, 4_607, 49.88),  # Kärnten
        ("AT34", 3_235, 3_285, 98.48),  # Vorarlberg
    ],
)
def test_austrias_quota_comes_out_as_published(
    dataset: Connection, code: str, hosted: int, quota: int, percent: float
) -> None:
    """July 2024: people received per person to be received, to a tenth of a point."""
    found = answers(dataset, "quota_at").set_index("territory_id").loc[code]
    assert (found["period"], found["capacity_period"]) == ("2024-07", "2024-07")
    assert (found["capacity"], found["need"]) == (hosted, quota)
    assert found["published_value"] == percent
    assert found["coverage_percent"] == pytest.approx(hosted / quota * 100)
    assert found["coverage_percent"] == pytest.approx(percent, abs=0.1)
    assert found["answer"] == (MET if hosted >= quota else SHORT)


def test_every_province_of_austria_agrees_with_its_publisher(dataset: Connection) -> None:
    found = answers(dataset, "quota_at")
    stated = found[found["published_value"].notna()]
    assert len(stated) == 9
    assert stated["coverage_percent"].tolist() == pytest.approx(
        stated["published_value"].tolist(), abs=0.1
    )


@pytest.mark.parametrize(
    ("code", "task", "found", "gap"),
    [
        ("NL11", 2_715, 4_525, -1_810),  # Groningen, Ter Apel included
        ("NL12", 3_391, 4_305, -914),  # Friesland
        ("NL21", 6_325, 3_864, 2_461),  # Overijssel
        ("NL22", 11_704, 10_474, 1_230),  # Gelderland
        ("NL36", 19_776, 15_180, 4_596),  # Zuid-Holland
        ("NL42", 5_662, 5_406, 256),  # Limburg
    ],
)
def test_the_dutch_task_less_the_places_found(
    dataset: Connection, code: str, task: int, found: int, gap: int
) -> None:
    """The task of 1 July 2025 and what provincial reports of November 2024 had found for it."""
    rows = answers(dataset, "task_nl")
    row = rows[(rows["territory_id"] == code) & (rows["period"] == "2025-07-01")].iloc[0]
    assert (row["need"], row["capacity"], row["capacity_period"]) == (task, found, "2024-11")
    assert row["gap"] == gap
    assert row["answer"] == (SHORT if gap > 0 else MET)


def test_a_province_without_a_report_leaves_its_part_of_the_country_unknown(
    dataset: Connection,
) -> None:
    rows = answers(dataset, "task_nl").set_index(["territory_id", "period"])
    utrecht, west = (rows.loc[(code, "2025-07-01")] for code in ("NL35", "NL3"))
    assert pd.isna(utrecht["capacity"]) and utrecht["answer"] == UNKNOWN
    assert pd.isna(west["capacity"]) and pd.isna(west["gap"])
    # 10,672 + 2,400 + 15,180 are found in the others: at least that.
    assert west["capacity_lower"] == 28_252
    assert west["gap_upper"] == 46_382 - 28_252


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.standard_id)
def test_unknown_capacity_is_never_none(dataset: Connection, standard) -> None:
    """No gap without a capacity; only places that exist for certain can decide."""
    threshold = 1.0 if standard.threshold is None else None
    rows = answers(dataset, standard.standard_id, threshold)
    silent = rows[rows["capacity"].isna()]
    assert silent["gap"].isna().all() and silent["coverage_percent"].isna().all()
    blind = silent[silent["capacity_lower"].isna() & silent["capacity_upper"].isna()]
    assert set(blind["answer"]) <= {UNKNOWN} | ({MET} if (blind["demand"] == 0).any() else set())
    assert set(blind["missing"]) <= {"need", "capacity", ""}
    met = silent[silent["answer"] == MET]
    assert (met["capacity_lower"].fillna(0) >= met["demand_upper"].fillna(met["demand"])).all()


def test_supply_is_never_farther_in_time_than_its_standard_allows(dataset: Connection) -> None:
    (far,) = dataset.execute(
        """
        select count(*) from shortage
        inner join standard using (standard_id)
        inner join period_day as supply on supply.period = shortage.capacity_period
        where abs(supply.day - shortage.day) > standard.max_days_apart
        """
    ).fetchone() or (None,)
    assert far == 0


def test_a_national_standard_is_asked_in_its_country_only(dataset: Connection) -> None:
    for standard in STANDARDS:
        if standard.countries:
            found = set(answers(dataset, standard.standard_id)["territory_id"].str[:2])
            assert found == set(standard.countries), standard.standard_id
