"""Where a table is given: a refused one is not read anew whenever the page is drawn."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.reach.ways import upload
from ui.reach.ways.apart import NotReadError
from ui.reach.ways.reading import BusyError


def page(path: str) -> None:
    from datetime import datetime

    from ui.reach.ways.upload import upload
    from ui.store import Dataset

    upload(Dataset("Published", path, datetime(2026, 1, 1)))


@pytest.mark.parametrize(("error", "times"), [(NotReadError, 1), (BusyError, 3)])
def test_a_refusal_is_remembered_and_a_busy_moment_is_not(
    monkeypatch: pytest.MonkeyPatch, error: type[NotReadError], times: int
) -> None:
    looked_at = []

    def load(file: Path, _dataset: object) -> str:
        looked_at.append(file.read_bytes())
        raise error("Row 1 is *wrong*.")

    monkeypatch.setattr(upload, "load", load)
    app = AppTest.from_function(page, args=("a.duckdb",))
    app.run()
    app.file_uploader[0].set_value(("ways.parquet", b"PAR1", "")).run()
    for _ in range(2):
        app.run()
        assert [each.value for each in app.error] == [r"Row 1 is \*wrong\*."]
    assert looked_at == [b"PAR1"] * times
    app.file_uploader[0].set_value(("ways.parquet", b"PAR1 other", "")).run()
    assert looked_at[-1] == b"PAR1 other", "another file is looked at"
