"""Wide tables in bulk: every cell as it was written, every line accounted for, drift named."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.readers import blocks, eurostat_tsv, eurostat_wide
from etl.readers.eurostat_wide import Wide, chosen, known, leave_out, load, only
from etl.readers.flags import status
from etl.readers.outcome import Outcome, Refused
from etl.reading import LayoutError, Reading
from tests.etl.readers.wide_tables import DIMENSIONS, Written, cells, write

Put = Callable[[str, str], Path]
TSV = "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \n"
WIDE = Wide(DIMENSIONS)
SIZES = st.sampled_from([1, 30, 100, blocks.SIZE])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wide")


@pytest.fixture
def con() -> Iterator[DuckDBPyConnection]:
    with duckdb.connect() as con:
        yield con


def loaded(file: Path, wide: Wide = WIDE, size: int = blocks.SIZE) -> tuple[list[tuple], Outcome]:
    """Rows of the table in the order of the file, and what became of its lines."""
    with duckdb.connect() as con, patch.object(blocks, "SIZE", size):
        outcome = load(con, "cell", file, wide)
        names = "line, geo, period, value, obs_status, note"
        return con.execute(f"select {names} from cell order by line, period").fetchall(), outcome


@given(
    table=st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(cells(), min_size=width, max_size=width), max_size=6)
    ),
    tabbed=st.booleans(),
    kind=st.sampled_from([("t.tsv", "\n"), ("t.tsv", "\r\n"), ("t.tsv.gz", "\r\n")]),
    size=SIZES,
)
@settings(deadline=None)
def test_every_cell_is_read_back(
    folder: Path, table: list[list[Written]], tabbed: bool, kind: tuple[str, str], size: int
) -> None:
    written = [(f"XA{i}", [cell.text for cell in row]) for i, row in enumerate(table)]
    file = write(folder / kind[0], written, tabbed, kind[1])

    rows, outcome = loaded(file, size=size)

    expected = [
        (i + 2, f"XA{i}", str(2000 + j), cell.value, *status(cell.flags, cell.value is None))
        for i, row in enumerate(table)
        for j, cell in enumerate(row)
    ]
    assert rows == expected
    assert (outcome.read, outcome.loaded, outcome.refused) == (len(table), len(table), [])


@given(
    table=st.lists(
        st.lists(
            st.text("0123456789.:eE+-_ abpuczqNiInfx\x00\x0bé１", max_size=6),
            min_size=2,
            max_size=2,
        ),
        max_size=8,
    ),
    size=SIZES,
)
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_as_one_cell_at_a_time_would(
    folder: Path, table: list[list[str]], size: int
) -> None:
    file = write(folder / "any.tsv", [(f"XA{i}", row) for i, row in enumerate(table)], tabbed=True)
    expected, refused = [], []
    for line in eurostat_tsv.lines(file, DIMENSIONS):
        try:
            found = line.figures()
        except eurostat_tsv.CellError as error:
            refused.append(Refused(line.number, "period", str(error), line.raw))
        else:
            expected += [(line.number, line.key["geo"], *vars(cell).values()) for cell in found]

    rows, outcome = loaded(file, size=size)

    assert rows == expected
    assert outcome.refused == refused
    assert (outcome.read, outcome.loaded) == (len(table), len(table) - len(refused))


GEO = {"XA1": None, "XA2": None, "EU": "sum", "XAZ": "nowhere"}


@given(
    table=st.lists(
        st.tuples(st.sampled_from(sorted(GEO)), st.sampled_from(["1 ", ": c", "?", "2 q"])),
        max_size=12,
    ),
    size=SIZES,
)
@settings(deadline=None)
def test_lines_read_are_loaded_or_left_out_or_refused(
    folder: Path, table: list[tuple[str, str]], size: int
) -> None:
    file = write(folder / "mix.tsv", [(geo, [text]) for geo, text in table], tabbed=True)
    wanted = [(n, geo, text) for n, (geo, text) in enumerate(table, start=2) if not GEO[geo]]
    good = [line for line in wanted if line[2] in ("1 ", ": c")]
    wide = Wide(DIMENSIONS, {"geo": leave_out(lambda geo: GEO[geo])})
    if table and not wanted:
        with pytest.raises(LayoutError, match=f"none of {len(table)} lines"):
            loaded(file, wide)
        return

    rows, outcome = loaded(file, wide, size)

    assert [row[:2] for row in rows] == [line[:2] for line in good]
    assert [refused.line for refused in outcome.refused] == [
        line[0] for line in wanted if line not in good
    ]
    assert outcome.left_out == {
        why: n for why in ("sum", "nowhere") if (n := sum(GEO[geo] == why for geo, _ in table))
    }
    assert outcome.loaded == len(good)
    assert outcome.read == len(table)
    assert outcome.read == outcome.loaded + outcome.left_out.total() + len(outcome.refused)


def test_a_refused_line_is_kept_whole_with_what_is_wrong(put: Put) -> None:
    rows, outcome = loaded(put("t.tsv", TSV + "A,NR,XA\t1 \t: \nA,NR,XB\t1 \t?\r\n"))
    assert rows == [(2, "XA", "2020", 1.0, "A", None), (2, "XA", "2021", None, "L", None)]
    reason = "period 2021: '?' is neither a number nor ':'"
    assert outcome.refused == [Refused(3, "period", reason, "A,NR,XB\t1 \t?")]


@pytest.mark.parametrize("cell", ["1e400", "-1e999", "inf", "nan", "1_000", "0x1F", "1,5"])
def test_what_a_database_takes_for_a_number_and_a_table_does_not_is_refused(
    put: Put, cell: str
) -> None:
    rows, outcome = loaded(put("t.tsv", TSV + f"A,NR,XA\t{cell}\t2 \n"))
    assert rows == []
    assert repr(cell) in outcome.refused[0].reason


def test_a_cell_that_is_no_text_refuses_its_line(tmp_path: Path) -> None:
    file = tmp_path / "t.tsv"
    file.write_bytes(TSV.encode() + b"A,NR,XA\t1 \t2 \nA,NR,XB\t1\xff\t2 \n")
    rows, outcome = loaded(file)
    assert [row[:3] for row in rows] == [(2, "XA", "2020"), (2, "XA", "2021")]
    assert outcome.refused == [Refused(3, "period", "not UTF-8 text", "A,NR,XB\t1\\xff\t2 ")]


def test_codes_are_types_and_the_file_is_in_the_readings_account(
    put: Put, con: DuckDBPyConnection
) -> None:
    file = put("t.tsv", TSV + "A,NR,XA\t7 p\t: c\nA,NR,EU\t1 \t2 \nA,NR,XB\t?\t2 \n")
    wide = Wide(DIMENSIONS, {"geo": chosen("XA", "not XA", "EU", "XB")})
    load(con, "cell", file, Wide(DIMENSIONS, {"geo": leave_out(lambda geo: None)}))
    types = dict(con.execute("select column_name, column_type from (describe cell)").fetchall())
    assert types["geo"] == "ENUM('XA', 'EU', 'XB')"
    assert types["value"] == "DOUBLE"

    reading = Reading("test")
    frame = eurostat_wide.cells(reading, (file.parent, "t.tsv"), wide)

    assert frame.to_dict("records")[0] == {
        "freq": "A",
        "unit": "NR",
        "geo": "XA",
        "period": "2020",
        "obs_status": "P",
        "value": 7.0,
        "note": "provisional",
        "line": 2,
    }
    assert frame["value"].isna().tolist() == [False, True]
    assert dict(reading.outcomes) == {
        ("t.tsv", "loaded"): 1,
        ("t.tsv", "left out: not XA"): 2,
    }


def test_the_first_dimension_that_turns_a_line_away_gives_the_reason(put: Put) -> None:
    file = put("t.tsv", TSV + "A,HA,EU\t1 \t2 \nA,NR,EU\t1 \t2 \nA,NR,XA\t1 \t2 \n")
    judges = {"geo": chosen("XA", "sum"), "unit": known("NR")}
    _, outcome = loaded(file, Wide(DIMENSIONS, judges))
    assert outcome.refused == [Refused(2, "unit", "'HA' is not known", "A,HA,EU\t1 \t2 ")]
    assert outcome.left_out == {"sum": 1}


def test_a_code_of_another_file_is_named_with_the_first_line_it_is_in(put: Put) -> None:
    lines = ["A,NR,XA\t1 \t2 \n"] * 5 + ["A,THS,XA\t1 \t2 \n"] * 2
    file = put("t.tsv", TSV + "".join(lines))
    expected = "t.tsv, line 7: unit is 'THS', expected 'NR'"
    with pytest.raises(LayoutError, match=re.escape(expected)):
        loaded(file, Wide(DIMENSIONS, {"unit": only("NR")}))
    assert loaded(file, Wide(DIMENSIONS, {"unit": only("NR", "THS")}))[1].loaded == 7


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "t.tsv: the file is empty"),
        ("<!DOCTYPE html>\n<html></html>\n", "t.tsv, line 1: a web page"),
        ("freq,unit,sex,geo\\TIME_PERIOD\t2020\n", "dimensions are freq,unit,sex,geo, expected"),
        ("freq,geo\\TIME_PERIOD\t2020\n", "dimensions are freq,geo, expected freq,unit,geo"),
        ("freq,unit,geo,2020,total\n", "'total' in the header is not a period"),
        ("freq,unit,geo\\TIME_PERIOD\t2020\t2020\n", "a period is there twice"),
        (TSV + "A,NR,XA\t1 \t2 \nA,NR,XB\t1 \n", "t.tsv, line 3: 1 cells, expected 2"),
        (TSV + "A,NR,XA\t1 \t2 \nA,NR,XB\t1 \t2 \t3 \n", "t.tsv, line 3: 3 cells, expected 2"),
        (TSV + "A,NR,XA\t1 \t2 \t3 \nA,NR,XB\t1 \n", "t.tsv, line 2: 3 cells, expected 2"),
        (TSV + "A,NR\t1 \t2 \n", "t.tsv, line 2: 2 dimensions, expected 3"),
        (TSV + "A,NR,XA,T\t1 \t2 \n", "t.tsv, line 2: 4 dimensions, expected 3"),
        (TSV + "A,NR,XA\t1 \t2 \n\nA,NR,XB\t1 \t2 \n", "t.tsv, line 3: 1 dimensions"),
        (TSV + "A,NR,XA\t1 \t2 \nA,NR,XB\t1 \t2", "line 3: breaks off without a line end"),
        (TSV + "A,NR,XA\t1 \t2 \nA,NR,XB\t1 ", "line 3: breaks off without a line end"),
    ],
)
def test_another_layout_is_refused_and_leaves_no_table(
    put: Put, con: DuckDBPyConnection, text: str, named: str
) -> None:
    with pytest.raises(LayoutError, match=re.escape(named)):
        load(con, "cell", put("t.tsv", text), WIDE)
    assert con.execute("show tables").fetchall() == []


def test_a_key_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "t.tsv"
    file.write_bytes(TSV.encode() + b"A,NR,XA\t1 \t2 \nA,NR,X\xff\t1 \t2 \n")
    with pytest.raises(LayoutError, match=r"t\.tsv, line 3: not UTF-8 text"):
        loaded(file)


def test_a_mark_before_the_header_is_no_part_of_it(put: Put) -> None:
    rows, _ = loaded(put("t.tsv", "\ufeff" + TSV + "A,NR,XA\t1 \t2 \n"))
    assert len(rows) == 2


def test_too_many_refused_lines_are_another_file_and_leave_no_table(
    put: Put, con: DuckDBPyConnection
) -> None:
    file = put("t.tsv", TSV + "A,NR,XA\t1.234.567\t2 \n" * 4)
    named = "t.tsv: more than 3 lines are refused; the first is line 2, period: "
    with patch("etl.readers.outcome.MOST_REFUSED", 3), pytest.raises(LayoutError, match=named):
        load(con, "cell", file, WIDE)
    assert con.execute("show tables").fetchall() == []
