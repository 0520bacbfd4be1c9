"""Every page against WCAG 2.1 A and AA as axe-core reads them, in both themes.

Maps are not drawn here, which keeps the file cheap: their words, legends and tables are read, and
what a page without a picture still says. Colours of the maps are tested with the palette.
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
    page = unpictured.new_page(viewport={"width": 1440, "height": 1000}, locale="en-GB")
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
