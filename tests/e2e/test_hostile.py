"""A dataset whose every text is an attack, in a browser: nothing of it runs, loads or breaks."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser

from tests.e2e import screen
from tests.e2e.conftest import ROOT, _wait

pytestmark = pytest.mark.browser
ATTACK = (
    " <img src=x onerror='window.groundworkRan=1'><script>window.groundworkRan=1</script>"
    " ![p](http://evil.example/p.png) [l](javascript:window.groundworkRan=1) \u202e{i}"
)
# Texts that a publisher or a planner writes; codes are checked against lists when they are read.
TEXTS = (
    "name", "local_name", "title", "note", "label", "publisher", "attribution", "licence",
    "vintage", "caveats", "about", "definition", "words", "provider", "source_file",
)  # fmt: skip
PAGES = (
    "gaps?level=0&at=IT", "territory?at=ITG1", "compare", "equality", "vision?at=IT", "alliances",
    "sources", "protection",
)  # fmt: skip


@pytest.fixture(scope="module")
def attacked(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over a dataset of such texts."""
    file = tmp_path_factory.mktemp("attacked") / "published.duckdb"
    shutil.copyfile(published.resolve(), file)
    with duckdb.connect(str(file)) as con:
        found = con.execute(
            "select duckdb_tables.table_name, column_name from duckdb_columns()"
            " inner join duckdb_tables() using (table_oid) where data_type = 'VARCHAR'"
            " and column_name in (select unnest(?))",
            [list(TEXTS)],
        ).fetchall()
        for table, column in found:
            con.execute(f'update "{table}" set "{column}" = "{column}" || ?', [ATTACK])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "asgi.py", f"--server.port={port}"]
    told = {**os.environ, "GROUNDWORK_DATA": str(file)}
    with subprocess.Popen(command, cwd=ROOT, env=told) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_no_text_of_a_dataset_runs_loads_or_breaks_a_page(
    attacked: str, browser: Browser, record_property
) -> None:
    ran, broken = 0, []
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    strangers = screen.strangers(page)
    for path in PAGES:
        screen.opened(page, f"{attacked}/{path}")
        ran += int(page.evaluate("window.groundworkRan || 0"))
        bad = "img[src=x], img[src*=evil], a[href^=javascript], [data-testid=stException]"
        broken += [path] * page.locator(bad).count()
        assert page.locator("h1").count()
        record_property("hostile", ("cases", 1))
    record_property("hostile", ("executed scripts", ran))
    context.close()
    assert (ran, broken, strangers) == (0, [], [])
