"""Outlines of two territories, in place of a dataset's."""

from collections.abc import Iterator

import pytest

from tests.ui.out.formats.rows import OUTLINES
from ui.out.formats import geometry


@pytest.fixture(autouse=True, scope="package")
def outlines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(geometry, "ask", lambda dataset, question: OUTLINES)
        yield
