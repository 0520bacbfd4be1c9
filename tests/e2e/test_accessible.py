"""Every page against WCAG 2.1 A and AA as axe-core reads them, in both themes, and beyond that.

A window of 1440 pixels zoomed to 200 % is one of 720: nothing is cut there or needs scrolling
sideways. Where the keyboard is can be seen. Maps are not drawn here, which keeps the file cheap:
their words, legends and tables are read, and what a page without a picture still says. Colours of
the maps are tested with the palette.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e import screen
from tests.e2e.conftest import ROOT, WEBGL_IN_SOFTWARE, chromium

PAGES = sorted(Path(each).stem for each in (ROOT / "pages").glob("*.py"))
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
}
GRAVE = ("serious", "critical")
WINDOW = {"width": 1440, "height": 1000}
# What of a page lies beside the window, and is not inside something that scrolls by itself.
_BEYOND = """() => {
  const main = document.querySelector('[data-testid=stMain]'), beyond = [];
  const width = document.documentElement.clientWidth;
  const held = each => {
    for (let up = each.parentElement; up && up !== main; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    return false;
  };
  for (const each of main.querySelectorAll('*')) {
    const box = each.getBoundingClientRect();
    const out = box.right > width + 1 || box.left < -1;
    if (out && box.width > 1 && box.height > 1 && !held(each))
      beyond.push(`${each.tagName}: ${each.innerText?.slice(0, 60)}`);
  }
  if (main.scrollWidth > main.clientWidth) beyond.push('the page scrolls sideways');
  return beyond.slice(0, 5);
}"""
# What has the keyboard and shows it nowhere, itself or what is seen of it.
_UNSEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  for (let up = at, steps = 0; up && steps < 5; up = up.parentElement, steps++) {
    const style = getComputedStyle(up);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return '';
  }
  return at.outerHTML.slice(0, 120);
}"""


@pytest.fixture(scope="module")
def unpictured() -> Iterator[Browser]:
    """A browser that draws no maps."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            pytest.skip("no Chromium found")
        args = [each for each in WEBGL_IN_SOFTWARE if "angle" not in each and "gl" not in each]
        args = [each for each in args if "swiftshader" not in each]
        found = playwright.chromium.launch(
            executable_path=path, args=[*args, "--disable-gpu", "--disable-3d-apis"]
        )
        yield found
        found.close()


@pytest.fixture(scope="module")
def reader(unpictured: Browser) -> Iterator[Page]:
    """One page for all: what is loaded once is not loaded again."""
    page = unpictured.new_page(viewport=WINDOW, locale="en-GB")
    yield page
    page.close()


def grave(page: Page) -> list[str]:
    """Serious and critical findings, each with the rule, how many, and the first of them.

    What is found is looked for again: colours that are still fading in are none.
    """
    if found := _found(page):
        page.wait_for_timeout(1_500)
        found = _found(page)
    return found


def _found(page: Page) -> list[str]:
    violations = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{each['id']} {len(each['nodes'])}: {each['nodes'][0]['html'][:160]}"
        for each in violations
        if each["impact"] in GRAVE
    ]


def beyond(page: Page) -> list[str]:
    """What lies beside the window, once charts and tables have taken its width."""
    found: list[str] = []
    for _ in range(20):
        page.wait_for_timeout(300)
        found = page.evaluate(_BEYOND)
        if not found:
            break
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_grave_finding_in_either_theme(reader: Page, address: str, name: str) -> None:
    reader.emulate_media(color_scheme="light", reduced_motion="reduce")
    screen.opened(reader, f"{address}/{'' if name == 'overview' else name}")
    assert grave(reader) == []
    reader.emulate_media(color_scheme="dark", reduced_motion="reduce")
    screen.still(reader)
    background = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert reader.evaluate(background) == "rgb(17, 23, 26)"
    assert grave(reader) == []
    reader.set_viewport_size({"width": 720, "height": 500})
    assert beyond(reader) == []
    reader.set_viewport_size(WINDOW)


def test_a_territory_is_chosen_by_keyboard_alone(reader: Page, address: str) -> None:
    screen.opened(reader, f"{address}/figures")
    reader.get_by_role("textbox", name="Find a territory").focus()
    reader.keyboard.type("ITG1")
    reader.keyboard.press("Enter")
    screen.still(reader)
    for _ in range(4):
        reader.keyboard.press("Tab")
        if "Sicilia" in reader.evaluate("document.activeElement.innerText"):
            break
    reader.keyboard.press("Enter")
    screen.still(reader)
    expect(reader).to_have_url(re.compile("at=ITG1"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_where_the_keyboard_is_can_be_seen(reader: Page, address: str, theme: str) -> None:
    reader.emulate_media(color_scheme=theme, reduced_motion="reduce")
    screen.opened(reader, f"{address}/gaps")
    unseen = []
    for _ in range(48):
        reader.keyboard.press("Tab")
        unseen.append(reader.evaluate(_UNSEEN))
    assert [each for each in unseen if each] == []


def test_the_tour_is_taken_by_keyboard_alone(reader: Page, address: str) -> None:
    screen.opened(reader, f"{address}/?tour=1")
    reader.get_by_role("button", name="Next").focus()
    for step in range(2, 6):
        reader.keyboard.press("Enter")
        screen.still(reader)
        expect(reader.get_by_text(f"step {step} of 5")).to_be_visible(timeout=30_000)
        expect(reader).to_have_url(re.compile(f"tour={step}"))
    reader.keyboard.press("Enter")
    screen.still(reader)
    expect(reader).not_to_have_url(re.compile("tour"))


def test_a_page_says_its_language_and_may_be_read_from_the_right(
    reader: Page, address: str
) -> None:
    screen.opened(reader, f"{address}/glossary?lang=fr")
    assert reader.evaluate("document.documentElement.lang") == "fr"
    reader.evaluate("document.documentElement.dir = 'rtl'")
    assert beyond(reader) == []
    from_right = "getComputedStyle(document.querySelector('h1')).direction"
    assert reader.evaluate(from_right) == "rtl"
    word, meaning = (
        reader.locator(f".gw-glossary {each}").first.bounding_box() for each in ("dt", "dd")
    )
    assert word and meaning and word["x"] > meaning["x"], "the word stands on the right"


def test_whoever_asked_for_less_motion_sees_none(reader: Page, address: str) -> None:
    reader.emulate_media(reduced_motion="reduce")
    screen.opened(reader, f"{address}/glossary")
    moving = """() => [...document.querySelectorAll('*')].filter(each => {
        const style = getComputedStyle(each);
        const lasts = text => text.split(',').some(part => parseFloat(part) > 0.002);
        return lasts(style.transitionDuration) || (style.animationName !== 'none'
            && lasts(style.animationDuration));
    }).length"""
    assert reader.evaluate(moving) == 0
