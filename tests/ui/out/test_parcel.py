"""A view as a parcel: whole, the same each time, asked again with what has changed since."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest

from ui.out import parcel, reopened
from ui.out.command import reopen as told
from ui.out.from_frame import taken_from_frame
from ui.out.parcel import Parcel, ParcelError, pack, unpack
from ui.out.taken import NotOfferedError, Offer, Taken
from ui.out.views import VIEWS
from ui.store import Dataset

SVG = "{http://www.w3.org/2000/svg}"
RISKY = ["=1+1", "'=1+1", "-2 of them", "a\r\nb", "+", "@x", '"quoted"', "", None, "plain"]


def inside(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def described(rows: bytes = b"a\r\n", **about: object) -> bytes:
    """A parcel that says what it must, but for what is given."""
    whole: dict[str, object] = {
        "format": 1, "view": "gaps", "filters": {}, "dataset": {},
        "rows_sha256": hashlib.sha256(rows).hexdigest(),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("view.json", json.dumps(whole | about))
        archive.writestr("rows.csv", rows)
    return out.getvalue()


def changed(data: bytes, before: str, after: str) -> bytes:
    """The parcel as if the dataset had said something else then."""
    files = inside(data)
    rows = files["rows.csv"].replace(before.encode(), after.encode(), 1)
    assert rows != files["rows.csv"]
    about = json.loads(files["view.json"]) | {"rows_sha256": hashlib.sha256(rows).hexdigest()}
    return packed(files | {"rows.csv": rows, "view.json": json.dumps(about).encode()})


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    file = tmp_path_factory.mktemp("data") / "x.duckdb"
    file.write_bytes(b"of no importance")
    return Dataset("Test", str(file), datetime(2026, 1, 2))


def offered(monkeypatch: pytest.MonkeyPatch, frame: pd.DataFrame) -> None:
    """A view `risky` of a frame."""

    def take(dataset: Dataset, values: Mapping[str, str]) -> Taken:
        return taken_from_frame("risky", "Risky?", dataset, values, frame)

    views = {"risky": Offer("risky", "Risky", "One row per text", take, lambda d, v: ())}
    for module in (parcel, reopened):
        monkeypatch.setattr(module, "VIEWS", views)
    monkeypatch.setattr(parcel, "picture_of", lambda *_: None)
    monkeypatch.setattr(parcel, "_sources", lambda *_: b"")


def test_a_parcel_holds_all_it_takes_to_ask_again(open_data: Dataset) -> None:
    files = inside(pack(open_data, "gaps", {"level": "0"}))
    assert set(files) == {
        "rows.csv", "view.json", "query.sql", "sources.csv", "README.md", "figure.svg",
    }  # fmt: skip
    about = json.loads(files["view.json"])
    assert (about["view"], about["filters"]) == ("gaps", {"level": "0"})
    assert (
        about["dataset"]["sha256"] == hashlib.sha256(Path(open_data.path).read_bytes()).hexdigest()
    )
    rows = list(csv.DictReader(io.StringIO(files["rows.csv"].decode("utf-8-sig"), newline="")))
    assert about["rows"] == len(rows) == len(VIEWS["gaps"].take(open_data, {"level": "0"}).frame())
    assert [each["name"] for each in about["columns"]] == list(rows[0])
    sources = files["sources.csv"].decode("utf-8-sig")
    for named in {row["need_source"] for row in rows} - {""}:
        assert named.split(": ", 1)[1].split(",")[0] in sources
    assert b"one row per" in files["query.sql"]
    drawn = ElementTree.fromstring(files["figure.svg"])
    territories = drawn.findall(f".//{SVG}path[@class='t']")
    assert len(territories) == len(rows)
    hatched = [each for each in territories if each.get("fill") == "url(#u)"]
    assert len(hatched) == sum(row["answer"] == "unknown" for row in rows) > 0
    assert b"http" not in files["figure.svg"].replace(b"http://www.w3.org/2000/svg", b"")


def test_the_same_view_is_the_same_parcel_and_comes_out_the_same(open_data: Dataset) -> None:
    first, second = (pack(open_data, "figures", {"in": "AT"}) for _ in range(2))
    assert first == second
    same, lines = told(first, None, 5)
    assert same
    assert lines[0].startswith("The same") and "byte for byte" in lines[0]


def test_what_has_changed_since_is_told_by_row_and_column(open_data: Dataset) -> None:
    data = pack(open_data, "gaps", {"level": "0", "in": "PL"})
    now = VIEWS["gaps"].take(open_data, {"level": "0", "in": "PL"}).frame()
    assert now["answer"].tolist() == ["short"]
    same, lines = told(changed(data, ",short,", ",met,"), None, 5)
    assert not same
    assert "  PL: answer was met, is short" in lines


def test_a_row_that_went_and_one_that_came_are_told(invented, monkeypatch) -> None:
    offered(monkeypatch, pd.DataFrame({"territory_id": ["A", "B"], "value": [1.0, None]}))
    held = unpack(pack(invented, "risky", {}))
    offered(monkeypatch, pd.DataFrame({"territory_id": ["B", "C"], "value": [0.0, 2.0]}))
    found = reopened.reopen(held, invented)
    assert not found.same_rows and found.same_dataset
    said = [(each.row, each.column, each.before, each.now) for each in found.changes]
    assert said == [
        ("A", "", "there", "gone"), ("C", "", "not there", "new"), ("B", "value", "", "0"),
    ], "unknown that became zero is a change"  # fmt: skip


def test_formulas_are_neutral_in_the_file_and_the_same_again(invented, monkeypatch) -> None:
    offered(monkeypatch, pd.DataFrame({"territory_id": range(len(RISKY)), "note": RISKY}))
    data = pack(invented, "risky", {})
    held = unpack(data)
    for row in csv.DictReader(io.StringIO(held.rows.decode("utf-8-sig"), newline="")):
        assert not row["note"].startswith(("=", "+", "-", "@"))
    assert reopened.reopen(held, invented).same_bytes


def test_a_dataset_built_anew_with_the_same_rows_is_said_to_be(invented, monkeypatch) -> None:
    frame = pd.DataFrame({"territory_id": ["A"], "value": [1.0], "dataset_built": ["2026-01-02"]})
    offered(monkeypatch, frame)
    held = unpack(pack(invented, "risky", {}))
    offered(monkeypatch, frame.assign(dataset_built="2026-02-03"))
    found = reopened.reopen(held, invented)
    assert found.same_rows and not found.same_bytes


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ParcelError, match="too large"):
        unpack(described(b"a\r\n" + b"\r\n" * 90_000_000))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip at all", "cannot be read"),
        (packed({"other.txt": b""}), "no view.json"),
        (packed({"view.json": b"{}", "rows.csv": b""}), "not of a kind"),
        (packed({"view.json": b"[1, 2]", "rows.csv": b""}), "not of a kind"),
        (packed({"view.json": b"\xff", "rows.csv": b""}), "cannot be read"),
        (packed({"view.json": b"[" * 100_000, "rows.csv": b""}), "cannot be read"),
        (packed({"view.json": b'{"format": ' + b"1" * 5_000 + b"}", "rows.csv": b""}), "read"),
        (described(dataset=[]), "not of a kind"),
        (described(filters=["x"]), "not of a kind"),
        (described(b"a,b\r\n\xe9,1\r\n"), "cannot be read"),
        (described(b"a,a\r\n1,2\r\n"), "some twice"),
        (described(b"a,b\r\n1\r\n"), "not rows of a view"),
        (described(b",".join(b"c%d" % i for i in range(1_000)) + b"\r\n"), "more columns"),
        (described(b"a\r\n" * 500_002), "too large|not rows of a view"),
    ],
)
def test_what_is_no_parcel_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(ParcelError, match=said):
        unpack(data)


def test_a_parcel_whose_packing_is_broken_is_refused_in_words() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("view.json", "{}" * 500)
    data = bytearray(out.getvalue())
    begins = data.index(b"view.json") + len("view.json")
    data[begins : begins + 4] = b"\xff" * 4
    with pytest.raises(ParcelError, match="cannot be read"):
        unpack(bytes(data))


def test_rows_that_were_edited_are_refused(invented, monkeypatch) -> None:
    offered(monkeypatch, pd.DataFrame({"territory_id": ["A"], "value": [1.0]}))
    files = inside(pack(invented, "risky", {}))
    with pytest.raises(ParcelError, match="was changed after it was made"):
        unpack(packed(files | {"rows.csv": files["rows.csv"].replace(b"1", b"2")}))


def test_a_view_or_filter_that_is_not_offered_any_more_is_named(open_data: Dataset) -> None:
    about = {"view": "gone", "filters": {}, "dataset": {}}
    with pytest.raises(NotOfferedError, match="'gone' is not on offer"):
        reopened.reopen(Parcel(about, b""), open_data)
    with pytest.raises(NotOfferedError, match="colour"):
        reopened.reopen(
            Parcel(about | {"view": "gaps", "filters": {"colour": "x"}}, b""), open_data
        )
