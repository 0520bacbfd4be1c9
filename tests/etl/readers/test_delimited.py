"""Delimited text into a table: good rows exactly, bad lines with line, column, reason, text."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import contract
from etl.columns import Column, Table, code, count, text
from etl.readers import blocks
from etl.readers.delimited import Form, load
from etl.readers.outcome import Outcome, Refused
from etl.reading import LayoutError, Reading

Put = Callable[[str, str], Path]
TABLE = Table(
    "thing",
    "one row per thing",
    (
        text("thing_id", "key", True),
        text("name", "name", True),
        code("kind", "kind", {"hard": "", "soft": ""}, True),
        Column("lon", "DOUBLE", "degrees", required=True, minimum=-180, maximum=180),
        count("places", "places"),
        Column("opened", "DATE", "first day"),
        text("source_id", "source", True),
        count("source_line", "line", True),
    ),
    ("thing_id",),
)
HEADER = "thing_id,name,kind,lon,places,opened"
FORM = Form(TABLE, constants={"source_id": "register"})
GOOD = "a,North,hard,16.5,12,2020-02-29"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("delimited")


@pytest.fixture
def con() -> Iterator[DuckDBPyConnection]:
    with duckdb.connect() as con:
        yield con


def loaded(
    file: Path, form: Form = FORM, size: int = blocks.SIZE
) -> tuple[list[tuple[object, ...]], Outcome]:
    """Rows by line, and what became of the lines."""
    with duckdb.connect() as con, patch.object(blocks, "SIZE", size):
        outcome = load(con, "thing", file, form)
        return con.execute("select * from thing order by source_line").fetchall(), outcome


def test_a_record_is_a_typed_row_with_its_line(put: Put) -> None:
    rows, outcome = loaded(put("t.csv", f"{HEADER}\n{GOOD}\nb,'',soft,-0.25,,\n"))
    assert rows == [
        ("a", "North", "hard", 16.5, 12, date(2020, 2, 29), "register", 2),
        ("b", "''", "soft", -0.25, None, None, "register", 3),
    ]
    assert (outcome.read, outcome.loaded, outcome.refused) == (2, 2, [])


BAD = [
    ("b,South,hard,200,1,", "lon", "'200' is not a number from -180 to 180"),
    ('b,South,hard,"1,5",1,', "lon", "'1,5' is not a number from -180 to 180"),
    ("b,South,hard,nan,1,", "lon", "'nan' is not a number from -180 to 180"),
    ("b,South,hard,,1,", "lon", "is empty"),
    ("b,South,hard,1,12.5,", "places", "'12.5' is not a whole number of 0 or more"),
    ("b,South,hard,1,-1,", "places", "'-1' is not a whole number of 0 or more"),
    ("b,South,hrad,1,1,", "kind", "'hrad' is not a known code; the nearest is 'hard'"),
    ("b,South,,1,1,", "kind", "is empty"),
    ("b, ,hard,1,1,", "name", "is empty"),
    ("b,South,hard,1,1,2023-02-29", "opened", "'2023-02-29' is not a day written like 2024-07-31"),
    ("a,South,hard,1,1,", "thing_id", "same thing_id as an earlier row"),
    ("b,South,hard,1,1", "", "5 fields, expected 6"),
    ("b,South,East,hard,1,1,", "", "7 fields, expected 6"),
    ('b,So"uth,hard,1,1,', "name", "a quote inside a field that is not quoted"),
    ('b,"South,hard,1,1,', "name", "a quote opens and never closes"),
    ('b,"So"uth,hard,1,1,', "name", "text after a closing quote"),
    ("b,So\0uth,hard,1,1,", "", "holds a NUL byte"),
    ("b,So\ruth,hard,1,1,", "name", "a line end inside a field that is not quoted"),
]


@pytest.mark.parametrize(("line", "column", "reason"), BAD)
def test_a_bad_line_is_kept_with_what_is_wrong(
    put: Put, line: str, column: str, reason: str
) -> None:
    rows, outcome = loaded(put("t.csv", f"{HEADER}\n{GOOD}\n{line}\nc,East,soft,0,0,\n"))
    assert [row[0] for row in rows] == ["a", "c"]
    assert outcome.refused == [Refused(3, column, reason, line)]
    assert (outcome.read, outcome.loaded) == (3, 2)


def test_a_line_that_is_no_text_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(f"{HEADER}\n{GOOD}\n".encode() + b"b,S\xfcd,hard,1,1,\n")
    _, outcome = loaded(file)
    assert outcome.refused == [Refused(3, "", "not UTF-8 text", r"b,S\xfcd,hard,1,1,")]


NAMES = st.text("ab \"\n,;é'", min_size=1, max_size=6).filter(lambda name: name.strip())
RECORDS = st.tuples(
    NAMES,
    st.sampled_from(["hard", "soft"]),
    st.floats(-180, 180).map(lambda lon: round(lon, 6)),
    st.one_of(st.none(), st.integers(0, 10**17)),
    st.one_of(st.none(), st.dates()),
)
LINES = st.lists(st.one_of(RECORDS, st.sampled_from(BAD), st.just("")), max_size=12)


def written(fields: list[object], separator: str = ",") -> str:
    """A record as any program would write it, quoted where it must be."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\n").writerow(fields)
    return out.getvalue().removesuffix("\n")


@given(
    lines=LINES,
    size=st.sampled_from([1, 40, 200, blocks.SIZE]),
    end=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None, max_examples=200)
def test_good_rows_are_read_back_and_each_bad_line_costs_itself_only(
    folder: Path, lines: list[tuple[object, ...] | str], size: int, end: str
) -> None:
    texts, number_ = [HEADER, GOOD], 3
    good: list[tuple[object, ...]]
    good, bad = [("a", "North", "hard", 16.5, 12, date(2020, 2, 29), "register", 2)], []
    for i, record in enumerate(lines):
        if record in BAD:
            texts.append(str(record[0]))
            bad.append(Refused(number_, str(record[1]), str(record[2]), texts[-1]))
        elif record:
            texts.append(written([f"i{i}", *record]))
            good.append((f"i{i}", *record, "register", number_))
        else:
            texts.append("")
        number_ += texts[-1].count("\n") + 1
    file = folder / "mix.csv"
    file.write_bytes("".join(line + end for line in texts).encode())

    rows, outcome = loaded(file, size=size)

    assert rows == good
    assert sorted(outcome.refused) == bad
    assert outcome.left_out == ({"blank line": n} if (n := lines.count("")) else {})
    assert outcome.read == len(lines) + 1
    assert outcome.read == outcome.loaded + outcome.left_out.total() + len(outcome.refused)


@given(records=st.lists(RECORDS, max_size=5), separator=st.sampled_from([";", "\t", "|"]))
@settings(deadline=None)
def test_other_separators_are_read_the_same(
    folder: Path, records: list[tuple[object, ...]], separator: str
) -> None:
    lines = [HEADER.replace(",", separator)]
    lines += [written([f"i{i}", *record], separator) for i, record in enumerate(records)]
    file = folder / "other.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    form = Form(TABLE, constants={"source_id": "register"}, separator=separator)
    rows, _ = loaded(file, form)
    assert [row[1:6] for row in rows] == records


def test_a_record_over_several_lines_goes_on_in_the_next_block(put: Put) -> None:
    name = "North\n" + "and more\n" * 30 + "South"
    file = put("t.csv", f'{HEADER}\n{GOOD}\nb,"{name}",soft,1,,\nc,East,soft,2,,\n')
    for size in (1, 30, 100):
        rows, outcome = loaded(file, size=size)
        assert [(row[1], row[-1]) for row in rows] == [("North", 2), (name, 3), ("East", 35)]
        assert outcome.read == 3


def test_the_first_of_rows_with_one_key_stays(put: Put) -> None:
    lines = ["x,Twice,hard,1,,", "y,Once,hard,1,,", "x,Two,hard,1,,", 'x,"Th,ree",hard,1,,']
    rows, outcome = loaded(put("t.csv", "\n".join([HEADER, *lines])), size=20)
    assert [row[1] for row in rows] == ["Twice", "Once"]
    assert [(refused.line, refused.raw) for refused in outcome.refused] == [
        (4, lines[2]),
        (5, lines[3]),
    ]


def test_columns_may_be_named_otherwise_be_absent_or_be_more(put: Put) -> None:
    file = put("t.csv", "\ufeffextra,ID,Name,art,lon\nz,a,North,hard,1\n")
    names = {"thing_id": "ID", "name": "Name", "kind": "art"}
    form = Form(TABLE, names, {"source_id": "s"}, frozenset({"places", "opened"}))
    rows, _ = loaded(file, form)
    assert rows == [("a", "North", "hard", 1.0, None, None, "s", 2)]
    bad = put("u.csv", "ID,Name,art,lon\na,North,harsh,1\n")
    assert loaded(bad, form)[1].refused[0].column == "art"


def test_keys_of_other_tables_must_be_there(put: Put) -> None:
    form = Form(TABLE, constants={"source_id": "s"}, known={"name": frozenset({"North", "South"})})
    _, outcome = loaded(put("t.csv", f"{HEADER}\n{GOOD}\nb,Sooth,hard,1,,\n"), form)
    assert outcome.refused[0].reason == "'Sooth' is not a known code; the nearest is 'South'"


def test_facilities_are_loaded_by_the_contract(put: Put, con: DuckDBPyConnection) -> None:
    table = contract.BY_NAME["facility"]
    row = {
        "facility_id": "1",
        "name": "Centre",
        "kind": "service",
        "service": "health",
        "country": "XA",
        "lon": "10.5",
        "lat": "50",
        "mode": "on_site",
        "publish_level": "point",
        "period": "2024-Q3",
    }
    constants = {"source_id": "own", "obs_status": "A", "evidence": "declared"}
    optional = frozenset(column.name for column in table.columns if not column.required)
    bad = row | {"facility_id": "2", "service": "helth"}
    file = put("own.csv", "\n".join(",".join(line) for line in (row, row.values(), bad.values())))
    form = Form(table, constants=constants, optional=optional)
    outcome = load(con, "facility", file, form, file="folder/own.csv")
    outcome.store(con, "own")
    columns = "name, lon, lat, places, obs_status, source_file, source_line"
    assert con.execute(f"select {columns} from facility").fetchall() == [
        ("Centre", 10.5, 50.0, None, "A", "folder/own.csv", 2)
    ]
    reason = "'helth' is not a known code; the nearest is 'health'"
    assert con.execute("select * from rejected_row").fetchall() == [
        ("own", "folder/own.csv", 3, "service", reason, ",".join(bad.values()))
    ]
    reading = Reading("own")
    outcome.note_in(reading)
    assert dict(reading.outcomes) == {
        ("folder/own.csv", "loaded"): 1,
        ("folder/own.csv", "rejected"): 1,
    }
    assert reading.rejected[0]["raw"] == ",".join(bad.values())


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("", "t.csv: the file is empty"),
        ("<html>\n", "t.csv, line 1: a web page"),
        (
            HEADER.replace("lon", "longitude"),
            "column lon is missing; found thing_id, name, kind, l",
        ),
        (HEADER.replace("opened", "closed"), "column opened is missing; found thing_id"),
        (HEADER + ",lon", "a column is there twice in thing_id, name"),
        (HEADER.replace(",", ";"), "column thing_id, name, kind, lon, places, opened is missing"),
        ('thing_id,"name', "t.csv, line 1: a quote opens and never closes"),
    ],
)
def test_another_header_is_refused_and_leaves_no_table(
    put: Put, con: DuckDBPyConnection, data: str, named: str
) -> None:
    with pytest.raises(LayoutError, match=re.escape(named)):
        load(con, "thing", put("t.csv", data), FORM)
    assert con.execute("show tables").fetchall() == []


def test_a_file_of_nothing_but_a_header_has_no_rows(put: Put) -> None:
    assert loaded(put("t.csv", HEADER + "\n"))[0] == []


def test_too_many_bad_lines_are_another_file_and_leave_no_table(
    put: Put, con: DuckDBPyConnection
) -> None:
    lines = [f'{i},North,hard,"{i},5",1,' for i in range(5)]
    named = "t.csv: more than 3 lines are refused; the first is line 2, lon: '0,5' is not a number"
    with patch("etl.readers.outcome.MOST_REFUSED", 3), pytest.raises(LayoutError, match=named):
        load(con, "thing", put("t.csv", "\n".join([HEADER, *lines])), FORM)
    assert con.execute("show tables").fetchall() == []
