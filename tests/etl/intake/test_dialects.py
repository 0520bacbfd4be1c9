"""A table written in any dialect reads back the same, or the one thing left open is asked."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.intake import dates, numbers
from etl.intake.places import Places
from etl.intake.read import read
from etl.intake.settings import Settings
from etl.intake.sniff import ENCODINGS, decoded, encoding_of
from etl.intake.tables import meant

CODES = ("ITC1", "ITC2", "ITC3", "ITC4", "ITH1", "ITH2")
# The space, the thin space and the others that people and programs part thousands with.
MARKS = ("", ".", ",", " ", "\u00a0", "\u202f", "'", "’")
AMOUNTS = st.one_of(
    st.integers(0, 10**9),
    st.decimals(0, 10**7, places=2, allow_nan=False, allow_infinity=False),
    st.none(),
)


def written(amount: Any, decimal: str, thousands: str) -> str:
    """A number as people write it."""
    if amount is None:
        return ""
    whole, _, part = str(amount).partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return f"{grouped}{decimal}{part}" if part else grouped


@st.composite
def dialects(draw: st.DrawFn) -> tuple[str, str, str, str, str]:
    decimal = draw(st.sampled_from(".,"))
    thousands = draw(st.sampled_from([mark for mark in MARKS if mark != decimal]))
    separator = draw(st.sampled_from([",", ";", "\t", "|"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return decimal, thousands, separator, encoding, ends


@pytest.mark.parametrize("note", ["plain", "Südtirol – 50 €, «très» señor; a|b\tc"])
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amounts=st.lists(AMOUNTS, min_size=1, max_size=6), dialect=dialects())
def test_any_dialect_reads_back_the_same_or_asks(
    note: str, amounts: list[Any], dialect: tuple[str, ...], tmp_path: Path, territories: Places
) -> None:
    decimal, thousands, separator, encoding, ends = dialect
    if encoding == "cp1252" and thousands == "\u202f":
        thousands = "\u00a0"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=ends)
    writer.writerow(["fund_id", "objective", "territory_id", "period", "committed_eur", "note"])
    for code, amount in zip(CODES, amounts, strict=False):
        figure = written(amount, decimal, thousands)
        writer.writerow(["AMIF", "all", code, "2024", figure, note])
    file = tmp_path / "any.csv"
    file.write_bytes(out.getvalue().encode(encoding))
    found = read(file, meant("funding"), Settings(), territories)
    assert found.problem == ""
    if found.questions:
        assert [question.setting for question in found.questions] == ["decimal"]
        told = Settings(decimal=decimal)
        found = read(file, meant("funding"), told, territories)
    assert not found.questions and not found.rows.refused
    values = [row["committed_eur"] for _, row in found.rows.accepted]
    assert [None if v is None else float(v) for v in values] == [
        None if a is None else float(a) for a in amounts
    ]
    assert {row["note"] for _, row in found.rows.accepted} == {" ".join(note.split())}


@given(st.integers(0, 10**12), st.integers(0, 10**6), st.sampled_from(".,"))
def test_a_number_is_what_was_written(whole: int, part: int, decimal: str) -> None:
    for mark in (mark for mark in MARKS if mark != decimal):
        text = f"{whole:,}".replace(",", mark) + f"{decimal}{part:07}"
        found = numbers.parsed(text, decimal)
        assert found is not None and f"{found:f}" == f"{whole}.{part:07}"


@given(st.text("0123456789.,' ", max_size=12))
def test_what_can_be_read_two_ways_is_never_decided(text: str) -> None:
    decided = numbers.decide([text])
    if numbers.is_open(text):
        assert decided.style is None and decided.open == text


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from("/-"))
def test_a_day_is_read_back_or_asked(day: Any, mark: str) -> None:
    text = f"{day:%d}{mark}{day:%m}{mark}{day:%Y}"
    order = dates.decide([text]).order
    if order is None:
        assert day.day <= 12 and day.day != day.month
        order = "dmy"
    assert dates.day(text, order) == day.isoformat()


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80))
def test_utf8_and_marked_utf16_are_known(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        data = text.encode(encoding)
        if data and not (encoding == "utf-8" and text.startswith("\ufeff")):
            name, _, asked = encoding_of(data, None)
            if not _looks_like_utf16(data) and not asked:
                assert decoded(data, name) == text


def _looks_like_utf16(data: bytes) -> bool:
    """Text of so many NUL-like bytes is none that people write."""
    return data.count(0) > 0 and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


@pytest.mark.parametrize("name", ["x.csv", "x.geojson", "x.xlsx", "x.parquet", "x.gpkg"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.text('a,;"\n\t1.= \r', max_size=80)))
def test_whatever_a_file_holds_there_is_a_report(
    name: str, content: bytes | str, tmp_path: Path, territories: Places
) -> None:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    for table in ("observation", "facility"):
        counts = read(file, meant(table), Settings(), territories).as_dict()["counts"]
        assert counts["accepted"] + counts["refused"] + counts["left_out"] == counts["lines"]


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_on_offer_is_one(name: str) -> None:
    assert "abc".encode(name).decode(name) == "abc"


def test_a_report_is_json(tmp_path: Path, territories: Places) -> None:
    file = tmp_path / "x.csv"
    file.write_text("territory_id,value\nITC1,1\n")
    report = read(file, meant("observation"), Settings(), territories).as_dict()
    assert json.loads(json.dumps(report)) == report
