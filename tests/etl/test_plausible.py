"""Findings in the build: what is doubted is marked and listed, and stays what it was."""

from pathlib import Path

import duckdb

from tests.etl.invented import built, hosted, world

MONTHS = [f"2021-{month:02d}-15" for month in range(1, 13)]
# Calm, then two thirds from September on.
VALUES = [100.0 + month for month in range(8)] + [66.0 + month for month in range(4)]


def year(code: str, scale: float) -> list[dict[str, object]]:
    return [
        hosted(code, round(value * scale)) | {"period": month, "note": "as counted"}
        for month, value in zip(MONTHS, VALUES, strict=True)
    ]


def rows(con: duckdb.DuckDBPyConnection, statement: str) -> list[tuple[object, ...]]:
    return con.execute(statement).fetchall()


def test_a_doubted_figure_is_marked_listed_and_kept(tmp_path: Path) -> None:
    """XA112 has 700 residents: 70 persons hosted are a tenth, too few to be beyond belief."""
    with built(tmp_path, world(year("XA112", 1.0))) as con:
        assert rows(
            con,
            "select check_id, territory_id, period, value, published_status, obs_status"
            " from finding",
        ) == [("level_break", "XA112", "2021-09-15", 66.0, "A", "B")]
        marked = rows(
            con,
            "select value, obs_status, note from figure"
            " where territory_id = 'XA112' and obs_status <> 'A'",
        )
    assert len(marked) == 1
    value, status, note = marked[0]
    assert (value, status) == (66.0, "B")
    assert str(note).startswith("as counted; doubtful: 66 after 107: a change of -38 %")


def test_nothing_odd_is_not_marked(tmp_path: Path) -> None:
    with built(tmp_path, world([hosted("XA111", 5), hosted("XA112", 7)])) as con:
        assert rows(con, "select * from finding") == []


def test_more_hosted_than_a_quarter_of_all_residents_is_marked(tmp_path: Path) -> None:
    with built(tmp_path, world([hosted("XA111", 76), hosted("XA112", 7)])) as con:
        assert rows(con, "select territory_id, obs_status from finding") == [("XA111", "U")]
        # A sum with a doubtful part is no better than its part.
        assert rows(
            con,
            "select value, obs_status from figure"
            " where territory_id = 'XA' and measure_id = 'people_hosted_persons'",
        ) == [(83.0, "E")]
