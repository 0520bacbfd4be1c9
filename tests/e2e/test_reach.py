"""The Reach page as a reader meets it: colours, a click on a cell, what one more would change."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP


def test_three_colours_and_a_click_that_asks_what_if(page: Page, address: str) -> None:
    """Generated reception centres in Austria: people are served, turned away, out of reach."""
    screen.open_view(page, f"{address}/reach?data=demonstration&for=reception&in=AT")
    seen = screen.colours(page.locator(MAP).first)
    served, full, out = (rgb(colour) for colour in LIGHT.three)
    assert min(seen[served], seen[full], seen[out]) > 1_000
    screen.click_map(page, 0.55, 0.5)
    page.wait_for_url(re.compile("at=86"))
    main = page.get_by_test_id("stMain")
    # Places are filled anew for the whole of Europe: that takes a moment.
    answer = re.compile("would be (newly )?served")
    expect(main).to_contain_text(answer, timeout=30_000)
    expect(main).to_contain_text("What if there were one more here?")
