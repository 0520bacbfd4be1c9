"""What a browser test sees: the page once it is still, and the colours of its map."""

import io
from collections import Counter
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Locator, Page

MAP = ".stDeckGlJsonChart canvas"
Colour = tuple[int, int, int]


def open_view(page: Page, url: str) -> None:
    """Open an address and wait until its map is drawn and stands still."""
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until no rerun is under way and two pictures of the map are the same."""
    page.wait_for_selector(MAP)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    before = b""
    for _ in range(60):
        picture = page.locator(MAP).first.screenshot()
        if picture == before and len(Counter(_pixels(picture))) > 6:
            return
        before = picture
        page.wait_for_timeout(400)
    raise AssertionError("the map never stood still")


def _pixels(picture: bytes) -> list[Colour]:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return list(image.get_flattened_data())


def colours(map_: Locator) -> Counter[Colour]:
    """How many pixels of each colour the map shows."""
    return Counter(_pixels(map_.screenshot()))


def land(map_: Locator, sea: Colour) -> list[bool]:
    """For each pixel, whether it is something else than sea."""
    return [pixel != sea for pixel in _pixels(map_.screenshot())]


def click_map(page: Page, x: float, y: float) -> None:
    """Click the map at a share of its width and height, coming from beside as a hand does.

    A pointer that appears out of nowhere and clicks at once is now and then not noticed.
    """
    box = page.locator(MAP).first.bounding_box()
    assert box is not None
    left, top = box["x"] + box["width"] * x, box["y"] + box["height"] * y
    page.mouse.move(left - 4, top)
    page.wait_for_timeout(500)
    page.mouse.move(left, top)
    page.wait_for_timeout(300)
    page.mouse.click(left, top)


def strangers(page: Page) -> list[str]:
    """Collects every request the page makes to a host that is not its own."""
    found: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            found.append(url)

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    return found


def received(page: Page) -> list[int]:
    """Collects the size of every message the server sends over the WebSocket."""
    sizes: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda payload: sizes.append(
                len(payload if isinstance(payload, bytes) else payload.encode())
            ),
        ),
    )
    return sizes
