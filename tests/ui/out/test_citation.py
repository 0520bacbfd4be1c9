"""A citation names the rows, and its dataset by content."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

import pytest

from ui.language import speaking
from ui.out.citation import citation, cited, dataset_hash
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


def test_a_page_says_it_whole_in_its_language_and_files_stay_english(file):
    english = citation(of(file), "Observations", {"level": "2"})
    assert cited(of(file), "Observations", {"level": "2"}) == english
    with speaking("it"):
        assert citation(of(file), "Observations", {"level": "2"}) == english
        said = cited(of(file), "Osservazioni", {"level": "2"})
        unfiltered = cited(of(file), "Osservazioni", {})
    assert "filtri: level=2" in said
    assert "27 novembre 2026" in said
    assert "senza filtri" in unfiltered
    assert "figures" not in said + unfiltered
