"""The Gaps page as it is served: how long a rerun takes, and what a recolouring sends."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.e2e import screen
from tests.e2e.conftest import WEBGL_IN_SOFTWARE, chromium

ROOT = Path(__file__).parents[2]
ROUNDS = 40
_WARM_UP = 4


@contextmanager
def served(script: str) -> Iterator[str]:
    """The address at which a script is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(f"nothing answered at {url}")


class Session:
    """One reader at a page, without a browser: sends a choice, waits until the script ends."""

    def __init__(self, socket_: ClientConnection, label: str, page: str = "") -> None:
        self._socket, self._page = socket_, page
        self._label = label
        self._widget = ""
        self._options: list[str] = []
        self._known: set[str] = set()
        self.rerun(None)

    def rerun(self, option: str | None) -> float:
        """Seconds from a choice to the end of the script."""
        back = BackMsg()
        client = back.rerun_script
        client.query_string, client.page_name = "", self._page
        # As a browser does: what it holds is named, and not sent again.
        client.cached_message_hashes.extend(self._known)
        if option is not None:
            state = client.widget_states.widgets.add()
            state.id, state.string_value = self._widget, option
        start = time.perf_counter()
        self._socket.send(back.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(self._socket.recv(timeout=60)))  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return time.perf_counter() - start
            elif kind == "delta":
                self._known.add(message.hash)
                self._look(message)

    def _look(self, message: ForwardMsg) -> None:
        select = message.delta.new_element.selectbox
        if select.label == self._label:
            self._widget, self._options = select.id, list(select.options)

    def choose(self, place: int) -> float:
        """Take one of the options; the seconds of the rerun."""
        return self.rerun(self._options[place])


def reruns(app: str, empty: str) -> dict[str, float]:
    """Median seconds of a change between two values both visited before, turn by turn."""
    protocols = ["streamlit"]
    with (
        connect(f"ws://{app}/_stcore/stream", subprotocols=protocols, max_size=None) as one,  # type: ignore[arg-type]
        connect(f"ws://{empty}/_stcore/stream", subprotocols=protocols, max_size=None) as two,  # type: ignore[arg-type]
    ):
        sessions = {
            "app": Session(one, "Territories", "gaps"),
            "empty": Session(two, "Territories"),
        }
        took: dict[str, list[float]] = {name: [] for name in sessions}
        for turn in range(_WARM_UP + ROUNDS):
            for name, session in sessions.items():
                seconds = session.choose(2 + turn % 2)
                if turn >= _WARM_UP:
                    took[name].append(seconds)
    return {name: median(seconds) for name, seconds in took.items()}


def colour_change(app: str) -> int:
    """Bytes a browser receives when the benchmark goes from 1 to 0.8; the map does change."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            raise SystemExit("no Chromium found")
        browser = playwright.chromium.launch(executable_path=path, args=list(WEBGL_IN_SOFTWARE))
        page = browser.new_page(viewport={"width": 1440, "height": 1200})
        sizes = screen.received(page)
        screen.open_view(page, f"http://{app}/gaps")
        before = screen.colours(page.locator(screen.MAP).first)
        sizes.clear()
        field = page.get_by_test_id("stNumberInput").locator("input")
        field.fill("0.8")
        field.press("Enter")
        page.wait_for_url("**norm=0.8**")
        screen.settle(page)
        changed = screen.colours(page.locator(screen.MAP).first) != before
        browser.close()
    if not changed:
        raise SystemExit("the map did not change")
    return sum(sizes)
