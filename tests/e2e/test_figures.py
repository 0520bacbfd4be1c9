"""The Figures page in a real browser, as a planner uses it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import screen
from ui.palette import DARK, LIGHT, rgb

pytestmark = pytest.mark.browser
# Where Romania's south-west lies on the map of Europe at 1440 pixels.
OLTENIA = (0.72, 0.65)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_map_draws_every_class_and_the_unknown(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/figures")
    seen = screen.colours(page.locator(screen.MAP).first)
    for colour in LIGHT.scale(6):
        assert seen[rgb(colour)] > 50, f"class colour {colour} is not on the map"
    assert seen[rgb(LIGHT.unknown)] > 500


def test_no_request_leaves_the_app(page: Page, address: str) -> None:
    strangers = screen.strangers(page)
    screen.open_view(page, f"{address}/figures")
    screen.click_map(page, *OLTENIA)
    page.get_by_text("Definition, method and sources").click()
    screen.settle(page)
    assert strangers == []


def test_a_click_chooses_a_territory_and_a_second_lets_it_go(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/figures")
    screen.click_map(page, *OLTENIA)
    expect(page.get_by_role("heading", name="Romania")).to_be_visible()
    screen.settle(page)
    assert query(page)["at"][0].startswith("RO")
    before = screen.colours(page.locator(screen.MAP).first)
    assert before[rgb(LIGHT.selected)] > 20, "the chosen territory has no outline"
    # What is not chosen keeps its colour: a selection must not dim the map.
    assert before[rgb(LIGHT.scale(6)[4])] > 500
    screen.click_map(page, *OLTENIA)
    expect(page.get_by_role("heading", name="Romania")).to_have_count(0)
    assert "at" not in query(page)


def test_hovering_names_the_territory_and_its_value(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/figures?short=need&level=0&whom=asylum_applicants")
    box = page.locator(screen.MAP).first.bounding_box()
    assert box is not None
    for step in (0, 3):
        page.mouse.move(box["x"] + box["width"] * 0.49 + step, box["y"] + box["height"] * 0.57)
    tooltip = page.locator(".deck-tooltip")
    expect(tooltip).to_be_visible()
    expect(tooltip).to_contain_text("Germany")
    # The window of the strip of labels is one line high: only Germany's line is inside it.
    window = tooltip.locator(":scope > div > div").first.bounding_box()
    assert window is not None
    assert window["height"] < 30
    shown = tooltip.evaluate(
        """tip => {
          const box = tip.querySelector(':scope > div > div'), strip = box.firstElementChild;
          const line = Math.round((box.getBoundingClientRect().top
            - strip.getBoundingClientRect().top) / box.getBoundingClientRect().height);
          return strip.textContent.split(' ')[line];
        }"""
    )
    assert shown.replace("\u00a0", " ") == "3 in 2024"
    expect(tooltip).to_contain_text("per 1,000 residents")


def test_every_label_of_the_hover_is_one_line(page: Page, address: str) -> None:
    """A label that broke would show every later territory somebody else's figure."""
    screen.open_view(page, f"{address}/figures?level=3&short=hosted")
    box = page.locator(screen.MAP).first.bounding_box()
    assert box is not None
    for step in (0, 3):
        page.mouse.move(box["x"] + box["width"] / 2 + step, box["y"] + box["height"] / 2)
    expect(page.locator(".deck-tooltip")).to_be_visible()
    seen, meant = page.locator(".deck-tooltip").evaluate(
        """tip => {
          const box = tip.querySelector(':scope > div > div'), strip = box.firstElementChild;
          const one = box.getBoundingClientRect().height;
          const lines = [...strip.childNodes].map(node => node.nodeType === Node.TEXT_NODE
            ? node.textContent.trim().split(' ').length
            : node.getBoundingClientRect().height / one);
          return [strip.getBoundingClientRect().height / one, lines.reduce((a, b) => a + b)];
        }"""
    )
    assert meant > 300
    assert abs(seen - meant) < 0.5, f"{meant} labels take {seen} lines"


def test_a_filter_changes_colours_and_sends_little(page: Page, address: str) -> None:
    sizes = screen.received(page)
    screen.open_view(page, f"{address}/figures?level=3")
    before = screen.colours(page.locator(screen.MAP).first)
    sizes.clear()
    page.get_by_role("slider").press("ArrowRight")
    screen.still(page)
    expect(page.get_by_role("heading", name="Who has no hospital within 25 km?")).to_be_visible()
    screen.settle(page)
    after = screen.colours(page.locator(screen.MAP).first)
    deepest = rgb(LIGHT.scale(6)[5])
    assert after[deepest] < before[deepest], "farther is out of reach for fewer"
    print(f"a change of distance at NUTS 3 sent {sum(sizes):,} bytes in {len(sizes)} messages")
    # The shapes alone are over a megabyte; the menu of all pages, sent again, is 1.5 kB.
    assert 0 < sum(sizes) < 25_000
    assert query(page)["km"] == ["25"]


def test_a_rerun_keeps_the_view_where_the_reader_left_it(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/figures")
    map_ = page.locator(screen.MAP).first
    sea = rgb(LIGHT.border)
    whole = screen.land(map_, sea)
    box = map_.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.7)
    page.mouse.wheel(0, -600)
    screen.settle(page)
    near = screen.land(map_, sea)
    page.get_by_role("slider").press("ArrowRight")
    screen.still(page)
    expect(page.get_by_role("heading", name="within 25 km")).to_be_visible()
    screen.settle(page)
    after = screen.land(map_, sea)
    moved = sum(a != b for a, b in zip(near, after, strict=True)) / len(near)
    zoomed = sum(a != b for a, b in zip(whole, near, strict=True)) / len(near)
    assert zoomed > 0.05, "the wheel did not zoom"
    assert moved < 0.01, f"{moved:.1%} of the coast moved on a rerun"


def test_a_link_restores_the_view(page: Page, address: str) -> None:
    screen.opened(
        page, f"{address}/figures?short=hosted&in=IT.AT&level=2&period=2024&at=ITG1&table=1"
    )
    expect(page.get_by_role("heading", name="Where do people in reception live?")).to_be_visible()
    expect(page.get_by_role("heading", name="Sicilia, Italy")).to_be_visible()
    controls = page.get_by_test_id("stSidebar").evaluate(
        "bar => bar.innerText + [...bar.querySelectorAll('input')].map(i => i.value).join('\\n')"
    )
    for text in ("People hosted in reception", "2024 (", "Regions (NUTS 2)", "Italy", "Austria"):
        assert text in controls
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert query(page)["at"] == ["ITG1"]


def test_a_territory_is_found_by_name_and_from_the_keyboard(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/figures")
    field = page.get_by_placeholder("Click the map, or type a name or code")
    field.fill("slaskie")
    field.press("Enter")
    screen.still(page)
    found = page.get_by_role("button", name="Śląskie, Poland", exact=True)
    found.focus()
    found.press("Enter")
    screen.still(page)
    expect(page.get_by_role("heading", name="Śląskie, Poland")).to_be_visible()
    expect(page.get_by_text("the register holds far too few hospitals here")).to_be_visible()


def test_a_national_figure_is_drawn_as_national(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/figures?short=need&level=3&in=IT")
    expect(page.get_by_text("published for countries only")).to_be_visible()
    screen.click_map(page, 0.5, 0.4)
    expect(page.get_by_role("heading", name="Italy", exact=True)).to_be_visible()


def test_the_download_holds_the_rows_in_view(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/figures?short=hosted&in=IT")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    text = waiting.value.path().read_text("utf-8-sig")
    rows = text.splitlines()
    assert waiting.value.suggested_filename == "groundwork_figures_in-IT_short-hosted.csv"
    assert len(rows) == 1 + 20
    assert "ITH1+ITH2" in text
    assert "CC BY 4.0" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_shows_the_whole_map_and_answers(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 1400},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    screen.open_view(page, f"{address}/figures")
    wider = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert wider <= 0, f"the page is {wider} pixels wider than the screen"
    box = page.locator(screen.MAP).first.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 391
    palette = LIGHT if scheme == "light" else DARK
    seen = screen.colours(page.locator(screen.MAP).first)
    assert seen[rgb(palette.scale(6)[5])] > 10
    screen.click_map(page, *OLTENIA)
    expect(
        page.get_by_role("heading", name="Romania").or_(
            page.get_by_role("heading", name="Bulgaria")
        )
    ).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_overlaps_in_the_dark(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 1400}, color_scheme="dark")
    page = context.new_page()
    screen.placed(page, f"{address}/figures?short=asked&at=AT32")
    overlaps = page.evaluate(
        """() => {
          const shown = [...document.querySelectorAll(
            '.stMain .stElementContainer')].filter(
              e => e.offsetHeight > 0 && !e.closest('details:not([open])'));
          const boxes = shown.map(e => [e, e.getBoundingClientRect()]);
          const found = [];
          boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            if (a.contains(b) || b.contains(a)) return;
            const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            if (x > 1 && y > 1) found.push([a.outerHTML.slice(0, 300), b.innerText, x, y]);
          }));
          return found;
        }"""
    )
    assert overlaps == []
    context.close()
