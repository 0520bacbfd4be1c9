"""Fetched figures stand in for the bundle's, as far as they read; the rest stays shipped."""

import hashlib
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import build as building
from etl import bundle
from etl.fetch.store import Snapshot, Store, Stored
from etl.measures import MEASURES
from etl.reading import LayoutError, Reading, Source, records
from etl.stage import Origin, Staged, stage
from tests.etl.conftest import Invent
from tests.etl.invented import CELL, PLACES, REGION, TOTALS, hosted, territory, world

FILE = "agency/hosted.csv"
FETCHED_ON = date(2026, 10, 5)
MODULE = {"territory": "nuts", "cell": "nuts", "cell_persons": "population_grid"}


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A bundle of the invented world: land, grid, people hosted (5 and 7), and the rest."""
    frames = world([])
    hosts = world([hosted("XA111", 5), hosted("XA112", 7)])["observation", "invented"]
    hosts = hosts[hosts["measure_id"] == "people_hosted_persons"]
    named = {(table, MODULE.get(table, module)): f for (table, module), f in frames.items()}
    named["observation", "hosted"] = hosts
    bundle.write(tmp_path / "bundle", named, ())
    return tmp_path / "bundle"


@pytest.fixture
def fetched(tmp_path: Path) -> Path:
    return tmp_path / "fetched"


def put(fetched: Path, source_id: str, file: str, text: str) -> None:
    """A snapshot of one file, as a fetch would leave it."""
    fetched.mkdir(exist_ok=True)
    path = fetched / "arrived"
    path.write_text(text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    at = f"{FETCHED_ON.isoformat()}T12:00:00+00:00"
    stored = Stored("https://agency.example", sha256, len(text), None, None, at, "2026-09-30T23:00")
    Store(fetched).keep(source_id, Snapshot({file: stored}, 2, at), {file: path})


@pytest.fixture
def reads() -> list[str]:
    """The sources that were read, in turn."""
    return []


@pytest.fixture
def hosting(invent: Invent, reads: list[str]) -> Source:
    """A source of people hosted, `code,persons,period` by line."""

    def read(folder: Path) -> Reading:
        reads.append("hosted")
        reading, rows = Reading("hosted"), []
        for line, record in records(folder / FILE, ("code", "persons", "period")):
            reading.loaded(FILE)
            row = hosted(record["code"], float(record["persons"]))
            own = {"period": record["period"], "source_id": "hosted"}
            rows.append(row | own | {"source_file": FILE, "source_line": line})
        reading.tables["observation"] = pd.DataFrame(rows)
        return reading

    return invent("hosted", read, [FILE])


def silent(step: str) -> None:
    """Say nothing."""


def figures(staged: Staged) -> list[tuple[object, ...]]:
    """People hosted in the dataset that is built of it."""
    target = staged.folder.parent / "built" / "x.duckdb"
    building.build(staged.folder, target, silent)
    with duckdb.connect(str(target.resolve()), read_only=True) as con:
        return con.execute(
            "select territory_id, period, value from observation"
            " where measure_id = 'people_hosted_persons' order by all"
        ).fetchall()


SHIPPED_FIGURES = [("XA111", "2022-06-30", 5.0), ("XA112", "2022-06-30", 7.0)]
NEWER = "code,persons,period\nXA111,50,2025\nXA112,70,2026\n"


def test_nothing_fetched_builds_from_the_bundle_itself(
    shipped: Path, fetched: Path, hosting: Source
) -> None:
    staged = stage(shipped, fetched, [hosting], silent)
    assert staged == Staged(shipped, {"hosted": Origin(None)})
    assert not fetched.exists()


def test_what_was_fetched_stands_in_for_its_module(
    shipped: Path, fetched: Path, hosting: Source
) -> None:
    put(fetched, "hosted", FILE, NEWER)
    staged = stage(shipped, fetched, [hosting], silent)
    assert staged.origins == {"hosted": Origin(FETCHED_ON)}
    assert figures(staged) == [("XA111", "2025", 50.0), ("XA112", "2026", 70.0)]


def test_the_source_tells_when_it_was_fetched_and_what_it_covers(
    shipped: Path, fetched: Path, hosting: Source
) -> None:
    put(fetched, "hosted", FILE, NEWER)
    staged = stage(shipped, fetched, [hosting], silent)
    row = pd.read_parquet(staged.folder / "source" / "hosted.parquet").iloc[0]
    assert row["retrieved_on"] == FETCHED_ON
    assert row["vintage"] == "2025 to 2026; published 2026-09-30"
    assert row["caveats"].startswith("invented Fetched: what is said here of periods")
    assert row["caveats"].endswith("was written for 2020.")
    assert row["sha256"] == hashlib.sha256(NEWER.encode()).hexdigest()


def test_lines_and_rejects_of_the_fetched_file_are_accounted_for(
    shipped: Path, fetched: Path, hosting: Source
) -> None:
    put(fetched, "hosted", FILE, NEWER + "XA999,1,2026\n")
    staged = stage(shipped, fetched, [hosting], silent)
    counts = pd.read_parquet(staged.folder / "line_count" / "hosted.parquet")
    assert dict(zip(counts["outcome"], counts["lines"], strict=True)) == {
        "loaded": 2,
        "rejected": 1,
    }
    (refused,) = pd.read_parquet(staged.folder / "rejected_row" / "hosted.parquet").to_dict(
        "records"
    )
    assert (refused["line"], refused["raw"]) == (4, "XA999,1,2026")
    assert "'XA999' is not a known code" in refused["reason"]


def test_a_second_build_finds_it_read_and_a_new_snapshot_is_read_again(
    shipped: Path, fetched: Path, hosting: Source, reads: list[str]
) -> None:
    put(fetched, "hosted", FILE, NEWER)
    first = stage(shipped, fetched, [hosting], silent)
    again = stage(shipped, fetched, [hosting], silent)
    assert again == first
    assert reads == ["hosted"]
    put(fetched, "hosted", FILE, NEWER.replace("70", "71"))
    changed = stage(shipped, fetched, [hosting], silent)
    assert reads == ["hosted", "hosted"]
    assert changed.folder != first.folder
    assert ("XA112", "2026", 71.0) in figures(changed)
    assert first.folder.exists(), "a build may still be reading it"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code,people,period\nXA111,1,2026\n", "no longer reads: .*persons is missing"),
        ("code,persons,period\nXA111,many,2026\n", "no longer reads: could not convert"),
    ],
)
def test_a_snapshot_that_no_longer_reads_falls_back_to_the_bundle(
    shipped: Path, fetched: Path, hosting: Source, text: str, says: str
) -> None:
    put(fetched, "hosted", FILE, text)
    staged = stage(shipped, fetched, [hosting], silent)
    origin = staged.origins["hosted"]
    assert origin.fetched_on is None
    assert pd.Series([origin.problem]).str.match(says).all()
    assert figures(staged) == SHIPPED_FIGURES


def test_a_reader_that_was_changed_so_that_it_refuses_falls_back_too(
    shipped: Path, fetched: Path, hosting: Source, invent: Invent, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(fetched, "hosted", FILE, NEWER)
    stage(shipped, fetched, [hosting], silent)

    def refuse(folder: Path) -> Reading:
        raise LayoutError("unit changed")

    monkeypatch.setattr("etl.stage._code", lambda: "another version")
    staged = stage(shipped, fetched, [invent("hosted", refuse, [FILE])], silent)
    assert staged.origins == {"hosted": Origin(None, "no longer reads: unit changed")}
    assert figures(staged) == SHIPPED_FIGURES


def test_a_stored_file_that_was_tampered_with_is_not_used(
    shipped: Path, fetched: Path, hosting: Source
) -> None:
    put(fetched, "hosted", FILE, NEWER)
    (file,) = (fetched / "files").iterdir()
    file.write_text(NEWER.replace("70", "99"))
    staged = stage(shipped, fetched, [hosting], silent)
    assert staged.origins == {
        "hosted": Origin(None, "its stored files are not those that were fetched")
    }
    assert figures(staged) == SHIPPED_FIGURES


def test_a_source_that_is_not_shipped_is_there_once_it_was_fetched(
    shipped: Path, fetched: Path, hosting: Source, invent: Invent
) -> None:
    extra = Source(**{**hosting.__dict__, "source_id": "extra", "shipped": False})
    assert stage(shipped, fetched, [hosting, extra], silent).origins == {"hosted": Origin(None)}
    put(fetched, "extra", FILE, NEWER)
    origins = stage(shipped, fetched, [hosting, extra], silent).origins
    assert origins == {"hosted": Origin(None), "extra": Origin(FETCHED_ON)}


LAND = "gisco/land.csv"
GRID = "gisco/grid.csv"


@pytest.fixture
def land(invent: Invent) -> Source:
    """Boundaries in which cell d is sea: what is left are the cells named in the file."""

    def read(folder: Path) -> Reading:
        reading = Reading("nuts")
        if "broken" in (folder / LAND).read_text():
            raise LayoutError("no boundaries")
        cells = [name for _, record in records(folder / LAND, ("cell",)) for name in record["cell"]]
        reading.loaded(LAND, len(cells))
        reading.tables["territory"] = pd.DataFrame(
            [territory(code, version) for code in TOTALS for version in ("2021", "2024")]
        )
        reading.tables["cell"] = pd.DataFrame(
            [{"cell": CELL[n], "nuts_2024": REGION[n], "nuts_2021": REGION[n]} for n in cells]
        )
        return reading

    return invent("nuts", read, [LAND])


def persons_by_cell(staged: Staged) -> dict[int, float]:
    rows = [
        pd.read_parquet(staged.folder / str(entry["path"]))
        for entry in bundle.resources(staged.folder)
        if entry["table"] == "cell_persons"
    ]
    frame = pd.concat(rows)
    return dict(zip(frame["cell"], frame["grid_persons"], strict=True))


def test_the_shipped_grid_moves_to_fetched_land_and_nobody_is_lost(
    shipped: Path, fetched: Path, land: Source
) -> None:
    """d lies 50 km east of c and is no land any more: its 320 persons go to c."""
    put(fetched, "nuts", LAND, "cell\na\nb\nc\n")
    staged = stage(shipped, fetched, [land], silent)
    assert staged.origins == {"nuts": Origin(FETCHED_ON)}
    assert persons_by_cell(staged) == {CELL["a"]: 60.0, CELL["b"]: 120.0, CELL["c"]: 560.0}
    assert figures(staged) == SHIPPED_FIGURES


def test_on_the_same_land_the_grid_stays(shipped: Path, fetched: Path, land: Source) -> None:
    put(fetched, "nuts", LAND, "cell\n" + "\n".join(PLACES) + "\n")
    staged = stage(shipped, fetched, [land], silent)
    assert persons_by_cell(staged) == {
        CELL["a"]: 60.0,
        CELL["b"]: 120.0,
        CELL["c"]: 240.0,
        CELL["d"]: 320.0,
    }


@pytest.fixture
def grid(invent: Invent) -> Source:
    def read(folder: Path) -> Reading:
        reading = Reading("population_grid")
        (folder / LAND).read_text()
        reading.loaded(GRID)
        reading.tables["cell_persons"] = pd.DataFrame([{"cell": CELL["a"], "grid_persons": 1.0}])
        return reading

    made = invent("population_grid", read, [GRID])
    return Source(**{**made.__dict__, "needs": ("nuts",)})


def test_a_fetched_grid_is_used_with_fetched_land_only(
    shipped: Path, fetched: Path, land: Source, grid: Source
) -> None:
    put(fetched, "nuts", LAND, "broken")
    put(fetched, "population_grid", GRID, "x\n")
    origins = stage(shipped, fetched, [land, grid], silent).origins
    assert origins["nuts"].problem == "no longer reads: no boundaries"
    assert origins["population_grid"].problem == "needs what was fetched of nuts"
    put(fetched, "nuts", LAND, "cell\na\nb\nc\n")
    staged = stage(shipped, fetched, [land, grid], silent)
    assert staged.origins["population_grid"] == Origin(FETCHED_ON)
    assert persons_by_cell(staged) == {CELL["a"]: 1.0}


@pytest.fixture
def wider(land: Source, invent: Invent) -> Source:
    """Boundaries with a region that began with NUTS 2024, XA211."""

    def read(folder: Path) -> Reading:
        reading = land.read(folder)
        more = [territory(code, "2024") for code in ("XA2", "XA21", "XA211")]
        known = reading.tables["territory"]
        reading.tables["territory"] = pd.concat([known, pd.DataFrame(more)], ignore_index=True)
        return reading

    return invent("nuts", read, [LAND])


def test_facts_are_held_against_the_fetched_territories(
    shipped: Path, fetched: Path, wider: Source, hosting: Source
) -> None:
    """A region that only the fetched boundaries have is a known code."""
    put(fetched, "hosted", FILE, NEWER + "XA211,3,2026\n")
    put(fetched, "nuts", LAND, "cell\na\nb\nc\nd\n")
    staged = stage(shipped, fetched, [wider, hosting], silent)
    counts = pd.read_parquet(staged.folder / "line_count" / "hosted.parquet")
    assert counts["outcome"].tolist() == ["loaded"]


@pytest.fixture
def in_2021(hosting: Source, invent: Invent) -> Source:
    """People hosted, read by a reader written for NUTS 2021."""

    def read(folder: Path) -> Reading:
        reading = hosting.read(folder)
        claimed = reading.tables["observation"].assign(nuts_version="2021")
        reading.tables["observation"] = claimed
        return reading

    return invent("hosted", read, [FILE])


@pytest.mark.parametrize("more", ["", "XA211,3,2026\n"])
def test_a_file_with_a_code_that_began_later_is_in_the_later_version(
    shipped: Path, fetched: Path, wider: Source, in_2021: Source, more: str
) -> None:
    """Else every region that NUTS 2024 made new would be refused when it is fetched."""
    put(fetched, "nuts", LAND, "cell\na\nb\nc\nd\n")
    put(fetched, "hosted", FILE, NEWER + more)
    staged = stage(shipped, fetched, [wider, in_2021], silent)
    rows = pd.read_parquet(staged.folder / "observation" / "hosted.parquet")
    assert set(rows["nuts_version"]) == {"2024" if more else "2021"}
    assert len(rows) == 2 + bool(more)


def test_measures_are_those_of_the_code(shipped: Path, fetched: Path, hosting: Source) -> None:
    """A bundle that is older than the code lacks measures its readers may use."""
    older = world([])
    older["measure", "invented"] = older["measure", "invented"].head(1)
    bundle.write(shipped, older, ())
    put(fetched, "hosted", FILE, NEWER)
    staged = stage(shipped, fetched, [hosting], silent)
    (entry,) = (e for e in bundle.resources(staged.folder) if e["table"] == "measure")
    assert entry["rows"] == len(MEASURES)
