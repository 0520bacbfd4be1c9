"""Lines of transcribed files with only what a test is about."""

from collections.abc import Callable

import pytest

from etl.sources.transcribed_mapping import Record

Newer = Callable[..., Record]
Older = Callable[..., Record]

_BLANK = {
    "territory_code": "XX1",
    "territory_name": "Somewhere",
    "measure": "reception_places",
    "period": "2024",
    "value": "10",
    "unit": "places",
    "note": "",
    "source_title": "Page",
    "source_publisher": "Agency",
    "source_url": "https://agency.example",
}


@pytest.fixture
def older() -> Older:
    """A line of a file without kind and group."""
    return lambda **fields: _BLANK | fields


@pytest.fixture
def newer() -> Newer:
    """A line of a file with kind, group and city."""
    kinds = {"kind": "capacity", "group": "asylum_applicants", "city": "", "lat": "", "lon": ""}
    return lambda **fields: _BLANK | kinds | fields
