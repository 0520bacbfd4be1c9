"""What tests share: the dataset built once from the shipped figures."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from hypothesis import settings

from tests.hostile import counts

# Nothing is timed in tests: a busy machine is not a fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
BUNDLE = ROOT / "data" / "bundle"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long go first, so that two processes end together: those with a browser.

    While the first process builds the datasets for its files (the first and the third), the
    other has the second and the fourth, which do without them until then.
    """
    first = (
        "tests/e2e/test_add.py",
        "tests/etl/test_safe_builds.py",
        "tests/e2e/test_figures.py",
        "tests/etl/demonstration/test_generate.py",
        "tests/e2e/",
    )
    rank = {name: place for place, name in enumerate(first)}
    items.sort(key=lambda item: next((rank[n] for n in first if item.nodeid.startswith(n)), 9))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many hostile inputs were tried, and what came of them."""
    reports = [r for each in terminalreporter.stats.values() for r in each if hasattr(r, "nodeid")]
    ours = [each for each in reports if "hostile" in each.nodeid and hasattr(each, "when")]
    told = [pair for each in ours if each.when == "call" for pair in each.user_properties]
    failed = sum(each.failed for each in ours)
    if said := counts.line(told, failed):
        terminalreporter.write_line(said)


@pytest.fixture(scope="session", autouse=True)
def journal_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the machine's own journal of corrections."""
    journal = tmp_path_factory.mktemp("corrections") / "corrections.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GROUNDWORK_CORRECTIONS", str(journal))
        patch.delenv("GROUNDWORK_CORRECTIONS_CLOSED", raising=False)
        yield journal


def built_once(factory: pytest.TempPathFactory, kind: str, file: str) -> Path:
    """A dataset of the shipped figures, built by the command that users run.

    All processes of a run share it, the first that needs it builds it: nobody may write to it.
    """
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "datasets"
    folder.mkdir(exist_ok=True)
    target = folder / file
    build = [sys.executable, "-m", "etl", "build", "--shipped", "--dataset", kind]
    with FileLock(folder / f"{file}.once"):
        if not target.exists():
            done = subprocess.run(
                [*build, "--out", str(target)], cwd=ROOT, check=False, text=True, encoding="utf-8",
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout
    return target


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published dataset, for reading: a test that changes it changes a copy."""
    return built_once(tmp_path_factory, "published", "published.duckdb")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration dataset, for reading."""
    return built_once(tmp_path_factory, "demonstration", "demo_groundwork.duckdb")


@pytest.fixture(scope="session")
def dataset(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the published dataset."""
    with duckdb.connect(str(published.resolve()), read_only=True) as con:
        yield con


@pytest.fixture
def served(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app reads the tests' dataset."""
    monkeypatch.setitem(os.environ, "GROUNDWORK_DATA", str(published))
    return published


@pytest.fixture
def served_both(served: Path, demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app reads the tests' datasets, the published and the generated one."""
    monkeypatch.setitem(os.environ, "GROUNDWORK_DEMO", str(demonstration))
    return served
