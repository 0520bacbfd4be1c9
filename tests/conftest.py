"""What tests share: the dataset built once from the shipped figures."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from etl.build import build
from etl.demonstration import generate

# Nothing is timed in tests: a busy machine is not a fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
BUNDLE = ROOT / "data" / "bundle"


@pytest.fixture(scope="session", autouse=True)
def journal_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the machine's own journal of corrections."""
    journal = tmp_path_factory.mktemp("corrections") / "corrections.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GROUNDWORK_CORRECTIONS", str(journal))
        patch.delenv("GROUNDWORK_CORRECTIONS_CLOSED", raising=False)
        yield journal


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published dataset, built from the bundle into a folder of the tests' own."""
    target = tmp_path_factory.mktemp("data") / "published.duckdb"
    build(BUNDLE, target, lambda step: None)
    return target


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration dataset, generated and built once."""
    folder = tmp_path_factory.mktemp("demonstration")
    generate.write(BUNDLE, folder / "bundle")
    target = folder / "demo_groundwork.duckdb"
    build(folder / "bundle", target, lambda step: None)
    return target


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
