"""A journal of the test's own, and proposals to put into it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.corrections import FIGURE, Proposal, Published, Statement, Subject
from ui.corrections import store
from ui.store import Dataset, current

Make = Callable[..., Proposal]
NOWHERE = Dataset("Published", "/nowhere/published.duckdb", datetime(2026, 1, 1))
PLACES = Subject(FIGURE, "value", "NL22", "committed_places", "asylum_applicants", "2024-11")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "corrections.jsonl"
    monkeypatch.setenv("GROUNDWORK_CORRECTIONS", str(path))
    return path


@pytest.fixture
def make() -> Make:
    """A proposal about the places of Gelderland; what is not given is usual."""

    def made(**given: Any) -> Proposal:
        usual = {
            "proposal_id": store.new_id(), "at": store.now(), "dataset": "published",
            "dataset_file": "published.duckdb", "dataset_built": "2026-01-01T00:00:00",
            "subject": PLACES, "published": Published(Statement(10_474.0), "A", "published", "s"),
            "proposed": Statement(12_000.0), "unit": "places", "reason": "We counted them.",
            "evidence_url": "https://example.org/list", "organisation": "Helpers", "role": "ngo",
            "contact": "helpers@example.org",
        }  # fmt: skip
        return Proposal(**(usual | given))

    return made


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found
