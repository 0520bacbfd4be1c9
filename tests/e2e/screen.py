"""What a browser test sees: the page once it is still, and the colours of its map."""

import io
from collections import Counter
from itertools import count
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Locator, Page

MAP = ".stDeckGlJsonChart canvas"
Colour = tuple[int, int, int]
# Milliseconds for what a busy machine may take long over.
_PATIENT = 120_000


# Whether the page was at rest at each of `least` looks since it was first asked: looks, not
# time, as a map that is being drawn can hold everything else up.
_STILL = """([least, asked]) => {
  const app = document.querySelector('[data-testid=stApp]');
  const rest = app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]')
    && !document.querySelector('[data-stale=true]');
  const before = window.groundworkRest;
  const looks = rest ? (before?.asked === asked ? before.looks + 1 : 1) : 0;
  window.groundworkRest = {asked, looks};
  return looks >= least;
}"""
_asked = count()

# A map is worked out as ever, but its shapes are not painted: in software, without a graphics
# card, painting takes longer than all the rest of a page, and most tests look beside the map.
_UNPAINTED = """
const shapes = ['drawArrays', 'drawArraysInstanced', 'drawElements', 'drawElementsInstanced',
                'drawRangeElements'];
for (const name of window.groundworkHeld ? [] : shapes) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...values) {
    if (window.groundworkPainted) draw.apply(this, values);
  };
}
window.groundworkHeld = true;"""
_PAINTED = "window.groundworkPainted = true"


def opened(page: Page, url: str) -> None:
    """Open an address and wait until its page is whole; its map is laid out, not painted.

    What is looked at on a map, hovered or clicked, is opened with `open_view`.
    """
    page.context.add_init_script(_UNPAINTED)
    page.goto(url)
    still(page)


def still(page: Page) -> None:
    """Wait until what was done last has been worked out and nothing of an older run is left.

    A run begins a moment after a click, and what it no longer draws stays until it ends: before
    that a locator may find things of both runs.
    """
    page.wait_for_function(_STILL, arg=[8, next(_asked)], polling=50, timeout=_PATIENT)


def placed(page: Page, url: str) -> None:
    """Open an address and wait until its page is whole and its map has its place and size.

    As in `opened`, the map is not painted.
    """
    opened(page, url)
    page.wait_for_selector(MAP, timeout=_PATIENT)


def open_view(page: Page, url: str) -> None:
    """Open an address and wait until its map is painted and stands still; so are later ones."""
    page.context.add_init_script(_PAINTED)
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page is still and two pictures of the map are the same."""
    page.wait_for_selector(MAP, timeout=_PATIENT)
    still(page)
    before = b""
    for _ in range(60):
        picture = _taken(page.locator(MAP).first)
        if picture == before and len(_counted(picture)) > 6:
            return
        before = picture
        page.wait_for_timeout(400)
    raise AssertionError("the map never stood still; opened with open_view, it is painted")


def _taken(map_: Locator) -> bytes:
    """A picture of the map; drawn in software on a busy machine, it has to be waited for."""
    return map_.screenshot(timeout=_PATIENT)


def _image(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def _counted(picture: bytes) -> Counter[Colour]:
    image = _image(picture)
    found = image.getcolors(image.width * image.height) or []
    return Counter({colour: pixels for pixels, colour in found})


def colours(map_: Locator) -> Counter[Colour]:
    """How many pixels of each colour the map shows."""
    return _counted(_taken(map_))


def land(map_: Locator, sea: Colour) -> list[bool]:
    """For each pixel, whether it is something else than sea."""
    return [pixel != sea for pixel in _image(_taken(map_)).get_flattened_data()]


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
    still(page)


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
