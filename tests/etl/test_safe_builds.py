"""Killed at any moment or out of disk, a build leaves the dataset before it whole."""

import multiprocessing
import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl import build as building
from etl import bundle
from etl.turn import BusyError, turn
from tests.etl.invented import hosted, world

KILLS = 50
# A server that has imported the ETL once, from which each build is forked off.
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["etl.build"])


def build(source: Path, target: Path) -> None:
    building.build(source, target, lambda step: None)


def build_within(source: Path, target: Path, limit_bytes: int) -> None:
    """A build that may not write a file larger than the limit."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
    build(source, target)


def hosted_persons(target: Path) -> list[tuple[str, float]]:
    """What a reader finds who opens the dataset now."""
    with duckdb.connect(str(target.resolve()), read_only=True) as con:
        return con.execute(
            "select territory_id, value from figure where measure_id = 'people_hosted_persons'"
            " and territory_id in ('XA111', 'XA112', 'XA') order by territory_id"
        ).fetchall()


FIRST = [("XA", 12.0), ("XA111", 5.0), ("XA112", 7.0)]
SECOND = [("XA", 30.0), ("XA111", 10.0), ("XA112", 20.0)]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    bundle.write(folder, world([hosted("XA111", 5), hosted("XA112", 7)]), ())
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    bundle.write(folder, world([hosted("XA111", 10), hosted("XA112", 20)]), ())
    return folder


def test_a_build_killed_at_any_moment_leaves_a_whole_dataset(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target = tmp_path / "data" / "invented.duckdb"
    build(old, target)
    start = time.perf_counter()
    build(old, target)
    takes = time.perf_counter() - start
    chance = random.Random(1)
    found = FIRST
    for _ in range(KILLS):
        other = new if found == FIRST else old
        process = SERVER.Process(target=build, args=(other, target))
        process.start()
        process.join(timeout=chance.uniform(0, 1.3 * takes))
        process.kill()
        process.join()
        found = hosted_persons(target)
        assert found in (FIRST, SECOND)
    build(new, target)
    assert hosted_persons(target) == SECOND
    left = sorted(file.name for file in target.parent.iterdir())
    assert [name for name in left if "building" in name or name.endswith(".link")] == []


def test_a_build_that_may_not_write_enough_leaves_the_dataset(
    tmp_path: Path, old: Path, new: Path
) -> None:
    target = tmp_path / "data" / "invented.duckdb"
    build(old, target)
    size = target.stat().st_size
    for share in (0.1, 0.5, 0.9):
        process = SERVER.Process(target=build_within, args=(new, target, int(size * share)))
        process.start()
        process.join()
        assert process.exitcode != 0
        assert hosted_persons(target) == FIRST
    build(new, target)
    assert hosted_persons(target) == SECOND


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MB that a test can fill."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk; the test above limits the file instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_dataset_and_the_next_build_is_right(
    small_disk: Path, old: Path, new: Path
) -> None:
    target = small_disk / "invented.duckdb"
    build(old, target)
    status = os.statvfs(small_disk)
    rest = small_disk / "other.bin"
    rest.write_bytes(bytes(status.f_bavail * status.f_frsize - 600_000))
    with pytest.raises((duckdb.Error, OSError)):
        build(new, target)
    assert hosted_persons(target) == FIRST
    rest.unlink()
    build(new, target)
    assert hosted_persons(target) == SECOND


def test_a_second_builder_is_told_who_builds(tmp_path: Path) -> None:
    target = tmp_path / "invented.duckdb"
    named = pytest.raises(BusyError, match=f"process {os.getpid()} on ")
    with turn(target, "build"), named, turn(target, "build"):
        pass


def test_a_lock_left_by_a_killed_process_is_free(tmp_path: Path) -> None:
    target = tmp_path / "invented.duckdb"
    (tmp_path / "invented.duckdb.lock").touch()
    (tmp_path / "invented.duckdb.holder").write_text('{"process": 1}')
    with turn(target, "build"):
        assert f'"process": {os.getpid()}' in (tmp_path / "invented.duckdb.holder").read_text()
    assert not (tmp_path / "invented.duckdb.holder").exists()
