"""A page is one source, whoever cites it and whether or not its figures are dated."""

from etl.sources.transcribed_pages import Page, page_id, pages

PAGE = Page("Title", "Agency", "https://agency.example")
OTHER = PAGE._replace(url="https://agency.example/2")


def test_a_page_spans_the_periods_it_is_cited_for() -> None:
    frame = pages("reader", [(PAGE, "2020"), (PAGE, ""), (PAGE, "2024-07"), (OTHER, "")])
    rows = frame.set_index("source_id")
    assert rows.loc[page_id(PAGE), "vintage"] == "2020..2024-07"
    assert rows.loc[page_id(OTHER), "vintage"] == "undated"
    assert set(rows["module"]) == {"reader"}


def test_pages_that_differ_in_anything_are_different_sources() -> None:
    assert len({page_id(PAGE), page_id(OTHER), page_id(PAGE._replace(title="T"))}) == 3
