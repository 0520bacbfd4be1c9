"""Eurostat's wide tables: every cell is read back as it was written, and drift is named."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.readers.eurostat_tsv import CellError, lines, read_cell
from etl.readers.flags import MEANING, status
from etl.reading import LayoutError

Put = Callable[[str, str], Path]
DIMENSIONS = ("freq", "unit", "geo")
TSV = "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \n"


class Written(NamedTuple):
    """A cell as a publisher would write it, and what it means."""

    text: str
    value: float | None
    flags: str


@st.composite
def cells(draw: st.DrawFn) -> Written:
    """Numbers with up to three decimals, or ':', with any flags, glued or after a space."""
    flags = "".join(draw(st.lists(st.sampled_from(sorted(MEANING)), unique=True, max_size=4)))
    apart = draw(st.sampled_from(["", " "]))
    around = draw(st.tuples(*[st.sampled_from(["", " ", "  "])] * 2))
    if draw(st.booleans()):
        number, value = ":", None
    else:
        decimals = draw(st.integers(0, 3))
        units = draw(st.integers(-(10**12), 10**12))
        whole, part = divmod(abs(units), 10**decimals)
        sign = "-" if units < 0 else ""
        number = f"{sign}{whole}" + (f".{part:0{decimals}d}" if decimals else "")
        value = units / 10**decimals
    return Written(f"{around[0]}{number}{apart}{flags}{around[1]}", value, flags)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("wide")


@given(
    table=st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(cells(), min_size=width, max_size=width), max_size=5)
    ),
    tabbed=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None)
def test_every_cell_is_read_back(
    folder: Path, table: list[list[Written]], tabbed: bool, end: str
) -> None:
    width = len(table[0]) if table else 1
    years = [str(2000 + i) for i in range(width)]
    head = "freq,unit,geo\\TIME_PERIOD\t" if tabbed else "freq,unit,geo,"
    between = "\t" if tabbed else ","
    text = head + between.join(years) + end
    for i, row in enumerate(table):
        text += between.join([f"A,NR,XA{i}", *(cell.text for cell in row)]) + end
    file = folder / "table.tsv"
    file.write_bytes(text.encode())

    read = list(lines(file, DIMENSIONS))

    assert [line.number for line in read] == list(range(2, 2 + len(table)))
    for i, (line, row) in enumerate(zip(read, table, strict=True)):
        assert line.key == {"freq": "A", "unit": "NR", "geo": f"XA{i}"}
        assert line.raw == text.split(end)[i + 1]
        for year, cell, written in zip(years, line.figures(), row, strict=True):
            expected = status(written.flags, missing=written.value is None)
            assert (cell.period, cell.value) == (year, written.value)
            assert (cell.obs_status, cell.note) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "n/a", "1,234", "1 234", "0x1F", "nan", "inf", "--5", "12 q", ": q", "b", "::"],
)
def test_a_cell_that_is_no_figure_is_an_error_that_names_its_period(text: str) -> None:
    with pytest.raises(CellError, match="period 2021: "):
        read_cell("2021", text)


def test_one_bad_cell_spoils_its_line_only(put: Put) -> None:
    good, bad = lines(put("t.tsv", TSV + "A,NR,XA\t1 \t: \nA,NR,XB\t1 \t?\n"), DIMENSIONS)
    assert [cell.value for cell in good.figures()] == [1, None]
    with pytest.raises(CellError, match=re.escape("period 2021: '?'")):
        bad.figures()
    assert bad.raw == "A,NR,XB\t1 \t?"


def test_a_gzipped_file_with_a_byte_order_mark_reads_like_a_plain_one(put: Put) -> None:
    text = TSV + "A,NR,XA\t7 p\t: c\n"
    plain = list(lines(put("t.tsv", text), DIMENSIONS))
    packed = list(lines(put("t.tsv.gz", "\ufeff" + text), DIMENSIONS))
    assert packed == plain
    assert [cell.obs_status for cell in packed[0].figures()] == ["P", "Q"]


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("freq,unit,sex,geo\\TIME_PERIOD\t2020", "dimensions are freq,unit,sex,geo, expected freq"),
        ("unit,freq,geo\\TIME_PERIOD\t2020", "dimensions are unit,freq,geo, expected freq,unit"),
        ("freq,geo\\TIME_PERIOD\t2020", "dimensions are freq,geo, expected freq,unit,geo"),
        ("freq,unit,geo,2020,total", "'total' in the header is not a period"),
        ("freq,unit,geo,sex,2020", "'sex' in the header is not a period"),
        ("freq,unit,geo\\TIME_PERIOD\t2020\t20211", "'20211' in the header is not a period"),
        ("", "expected freq,unit,geo"),
    ],
)
def test_another_layout_is_refused_and_the_difference_named(
    put: Put, header: str, named: str
) -> None:
    with pytest.raises(LayoutError, match=re.escape(named)):
        list(lines(put("t.tsv", header + "\n"), DIMENSIONS))


@pytest.mark.parametrize(("cells_", "count"), [("1 ", 1), ("1 \t2 \t3 ", 3)])
def test_a_line_of_another_length_is_refused_with_its_number(
    put: Put, cells_: str, count: int
) -> None:
    file = put("t.tsv", f"{TSV}A,NR,XA\t1 \t2 \nA,NR,XB\t{cells_}\n")
    with pytest.raises(LayoutError, match=f"t.tsv, line 3: {count} cells, expected 2"):
        list(lines(file, DIMENSIONS))


def test_months_and_quarters_are_periods(put: Put) -> None:
    file = put("t.tsv", "freq,unit,geo\\TIME_PERIOD\t2020-03 \t2020-Q1 \nM,NR,XA\t1 \t2 \n")
    (line,) = lines(file, DIMENSIONS)
    assert [cell.period for cell in line.figures()] == ["2020-03", "2020-Q1"]


def test_a_short_key_is_named(put: Put) -> None:
    file = put("t.tsv", "freq,unit,geo\\TIME_PERIOD\t2020\t2021\nA,NR\t1\t2\n")
    with pytest.raises(LayoutError, match="line 2: 2 dimensions, expected 3"):
        list(lines(file, ("freq", "unit", "geo")))


def test_a_period_that_is_there_twice_is_refused(put: Put) -> None:
    file = put("t.tsv", "freq,unit,geo\\TIME_PERIOD\t2020\t2020\nA,NR,XA\t1\t2\n")
    with pytest.raises(LayoutError, match="2020"):
        list(lines(file, ("freq", "unit", "geo")))
