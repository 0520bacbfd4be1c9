"""Every page that a test runs has words for its controls and pictures, whatever else is tested."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import drawn


@pytest.fixture(autouse=True)
def words_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at what is drawn after every run."""
    run = AppTest.run

    def run_and_look(app: AppTest, *values: Any, **more: Any) -> AppTest:
        found = run(app, *values, **more)
        # In another language a button that needs no help has another label.
        if "lang" not in app.query_params:
            assert drawn.without_help(found) == []
        assert drawn.without_words(found) == []
        assert not drawn.without_keyboard(found)
        return found

    monkeypatch.setattr(AppTest, "run", run_and_look)
