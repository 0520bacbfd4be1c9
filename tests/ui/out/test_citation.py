"""A citation names the rows, and its dataset by content."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

import pytest

from ui.out.citation import citation, dataset_hash
from ui.store import DEMONSTRATION, PUBLISHED, Dataset


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.duckdb"
    path.write_bytes(b"some bytes")
    return path


def of(file: Path, kind: str = PUBLISHED) -> Dataset:
    return Dataset("Any", str(file), datetime(2026, 11, 27, 6), kind)


def test_the_hash_is_of_the_content_and_follows_it(file):
    assert dataset_hash(of(file)) == hashlib.sha256(b"some bytes").hexdigest()
    file.write_bytes(b"others")
    os.utime(file, (1, 1))
    assert dataset_hash(of(file)) == hashlib.sha256(b"others").hexdigest()


def test_it_says_what_when_and_of_which_filters(file):
    said = citation(of(file), "Observations", {"level": "2", "in": "IT.ES"})
    short = hashlib.sha256(b"some bytes").hexdigest()[:12]
    assert said == (
        f"Groundwork, Observations, dataset published of 2026-11-27 (sha256 {short}), "
        "filters in=IT.ES&level=2; figures: publishers named in the rows."
    )


def test_without_filters_and_with_generated_figures_it_says_so(file):
    said = citation(of(file, DEMONSTRATION), "Observations", {})
    assert "unfiltered" in said
    assert said.endswith("Demonstration: generated figures.")
