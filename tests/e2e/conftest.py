"""A running app and a browser. Without a browser these tests say how to get one."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

ROOT = Path(__file__).parents[2]
WEBGL_IN_SOFTWARE = (
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader-webgl",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
# A busy machine is not a fault: what is expected may take its time.
expect.set_options(timeout=30_000)
ENABLE = "no Chromium found; browser tests run after: .venv/bin/playwright install chromium"


def chromium(playwright: Playwright) -> str | None:
    """The machine's Chromium, or Playwright's own where it was installed."""
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if own and Path(own).exists() else None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for a file of tests: while it runs, its loop keeps others out of the process."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            if os.environ.get("CI"):
                pytest.fail(ENABLE)
            pytest.skip(ENABLE)
        browser = playwright.chromium.launch(executable_path=path, args=list(WEBGL_IN_SOFTWARE))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the app keeps workspaces of users; empty at first."""
    return tmp_path_factory.mktemp("workspaces")


@pytest.fixture(scope="session")
def address(published: Path, demonstration: Path, workspaces: Path) -> Iterator[str]:
    """The address of an app that serves the tests' datasets."""
    data = {
        "GROUNDWORK_DATA": str(published),
        "GROUNDWORK_DEMO": str(demonstration),
        "GROUNDWORK_WORKSPACES": str(workspaces),
    }
    with serving(data) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def serving(environment: Mapping[str, str], *options: str) -> Iterator[int]:
    """The port of a server of its own, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "asgi.py", f"--server.port={port}"]
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, env={**os.environ, **environment}
    ) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield port
        finally:
            server.terminate()


def _wait(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"the app did not answer at {url}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page 1440 pixels wide in the light theme."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 1200}, color_scheme="light", locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()
