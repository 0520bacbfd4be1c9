"""Pages over a dataset of attacks as a browser shows them: what ran, loaded or broke."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.e2e import screen
from tests.e2e.conftest import _wait

_BAD = (
    "img[src=x], img[src*=evil], a[href^=javascript], a[href*='//evil'], svg[onload], iframe, "
    "main script, [data-testid=stException]"
)
_SHUT = "[data-testid=stExpander] details:not([open]) > summary"


@contextmanager
def serving(variables: Mapping[str, str]) -> Iterator[str]:
    """The address of an app with these variables; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "asgi.py", f"--server.port={port}"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **variables}) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def looked(page: Page, url: str, folds: bool = False) -> tuple[int, list[str]]:
    """How often an attack ran on a page, and what of it broke or is alive; folds may be opened."""
    screen.opened(page, url)
    for _ in range(12 if folds else 0):
        shut = page.locator(_SHUT)
        if not shut.count():
            break
        shut.first.click()
        screen.still(page)
    ran = int(page.evaluate("window.groundworkRan || 0"))
    broken = [f"{url}: {each}" for each in page.locator(_BAD).evaluate_all(
        "found => found.map(each => each.outerHTML.slice(0, 120))")]  # fmt: skip
    if not page.locator("h1").count():
        broken.append(f"{url}: no title")
    return ran, broken
