"""A dataset whose every text is an attack, in a browser: nothing of it runs, loads or breaks.

Here are the pages that show most of it or take long; `python -m tests.hostile.round` opens all.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e import screen
from tests.hostile.attacked import attack
from tests.hostile.seen import looked, serving

pytestmark = pytest.mark.browser
PAGES = ("gaps?level=0&at=IT", "territory?at=ITG1", "compare", "vision?at=IT", "sources")


@pytest.fixture(scope="module")
def attacked(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over a dataset of such texts."""
    file = tmp_path_factory.mktemp("attacked") / "published.duckdb"
    attack(published, file)
    with serving({"GROUNDWORK_DATA": str(file)}) as address:
        yield address


def test_no_text_of_a_dataset_runs_loads_or_breaks_a_page(
    attacked: str, browser: Browser, record_property
) -> None:
    ran, broken = 0, []
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    strangers = screen.strangers(page)
    for path in PAGES:
        runs, found = looked(page, f"{attacked}/{path}")
        ran, broken = ran + runs, broken + found
        record_property("hostile", ("cases", 1))
    record_property("hostile", ("executed scripts", ran))
    context.close()
    assert (ran, broken, strangers) == (0, [], [])
