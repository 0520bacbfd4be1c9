"""A folder that was cut off, changed or is of another version is told, with what to do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from etl import __main__ as cli
from etl import build as building
from etl import bundle, contract
from etl.engine import folder, intact
from tests.etl.invented import world

Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of the invented world as a folder."""
    place = tmp_path_factory.mktemp("whole")
    bundle.write(place / "bundle", world([]), ())
    building.build(place / "bundle", place / "x.parquet", lambda step: None)
    return (place / "x.parquet").resolve()


def checked(place: Path) -> tuple[int, str]:
    """What the command says of a dataset, lines not folded."""
    done = CliRunner().invoke(cli.app, ["check", str(place)])
    return done.exit_code, done.output


def test_a_whole_folder_passes(whole):
    code, told = checked(whole)
    assert (code, intact.problems(whole)) == (0, [])
    assert "checks passed" in told


def of(place: Path, begins: str) -> Path:
    """The file whose name begins so; its checksum follows."""
    (file,) = place.glob(f"{begins}-*")
    return file


def rewritten(place: Path, change: Callable[[dict], object]) -> None:
    """The manifest with something changed in it."""
    said = json.loads((place / folder.MANIFEST).read_text("utf-8"))
    change(said)
    (place / folder.MANIFEST).write_text(json.dumps(said), encoding="utf-8")


def as_text(place: Path) -> None:
    """Write the figures' values as text, and a manifest that knows of it."""
    file = of(place, "figure/0")
    with duckdb.connect() as con:
        con.execute(f"create table figure as from '{file}'")
        con.execute("alter table figure alter value type varchar")
        folder.write_table(con, "figure", place).rename(file)
    told = {"path": file.relative_to(place).as_posix(), "bytes": file.stat().st_size}
    told["sha256"] = folder.checksum(file)
    rewritten(place, lambda said: said["tables"]["figure"].update(files=[told]))


def flipped(file: Path) -> None:
    """The same number of bytes, one of them another."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def with_outside(place: Path) -> None:
    (place.parent / "beside.parquet").write_bytes(b"")
    rewritten(
        place, lambda said: said["tables"]["region"]["files"][0].update(path="../beside.parquet")
    )


SPOILT: list[tuple[Spoil, str, str]] = [
    (lambda p: (p / "dataset.json").unlink(), "has no dataset.json", "Copy the folder anew"),
    (lambda p: (p / "dataset.json").write_text("{"), "dataset.json cannot be read", "Copy the"),
    (lambda p: (p / "dataset.json").write_text("[]"), "dataset.json cannot be read", "Copy the"),
    (lambda p: rewritten(p, lambda s: s.update(format=2)), "is of format 2", "Build it anew"),
    (lambda p: of(p, "region/0").unlink(), ".parquet is missing", "Copy the"),
    (lambda p: of(p, "schema").unlink(), ".sql is missing", "Copy the folder anew"),
    (lambda p: of(p, "region/0").write_bytes(b"PAR1"), "has 4 bytes, and was", "Copy the"),
    (lambda p: flipped(of(p, "region/0")), "another checksum", "Copy the folder anew"),
    (with_outside, "names ../beside.parquet, which is not below", "Copy the folder anew"),
    (as_text, ".parquet: column value is VARCHAR, and DOUBLE by", "Copy the folder anew"),
    (
        lambda p: rewritten(p, lambda s: s["tables"].pop("observation")),
        "table observation is missing",
        "another version of Groundwork",
    ),
]


@pytest.mark.parametrize(("spoil", "told", "to_do"), SPOILT)
def test_what_is_wrong_is_said_with_what_to_do(
    whole: Path, tmp_path: Path, spoil: Spoil, told: str, to_do: str
) -> None:
    place = tmp_path / "x-0123456789ab.parquet"
    shutil.copytree(whole, place)
    spoil(place)
    code, said = checked(place)
    assert code == 1
    assert told in said and to_do in said
    assert f"python -m etl build --out {tmp_path / 'x.parquet'}" in said
    assert "Traceback" not in said


def test_a_file_of_another_version_is_told_by_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "old.duckdb"
    with duckdb.connect(str(file)) as con:
        for table in contract.TABLES:
            con.execute(f"create table {table.name} (nothing text)")
    code, said = checked(file)
    assert code == 1
    assert "table territory has no column level, which the contract has" in said
    assert f"build it anew: python -m etl build --out {file}" in said


def test_what_is_no_dataset_at_all_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("nothing")
    code, said = checked(tmp_path / "x.duckdb")
    assert code == 1
    assert "x.duckdb cannot be read: " in said
