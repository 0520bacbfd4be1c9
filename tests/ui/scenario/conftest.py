"""The published dataset, as the tables read it."""

from pathlib import Path

import pytest

from ui import store
from ui.store import Dataset


@pytest.fixture
def open_data(served: Path) -> Dataset:
    found = store.current(store.PUBLISHED)
    assert found is not None
    return found
