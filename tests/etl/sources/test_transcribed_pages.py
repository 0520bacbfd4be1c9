"""Each page is one source, known by title, publisher and address, whoever cites it."""

from etl.sources.transcribed_pages import Page, page_id, pages

PAGE = Page("Title", "Agency", "https://agency.example")


def test_a_page_is_one_source_with_the_periods_it_is_cited_for() -> None:
    frame = pages("reader", [(PAGE, "2024"), (PAGE, ""), (PAGE, "2022-03")])
    (row,) = frame.to_dict("records")
    assert (row["source_id"], row["vintage"]) == (page_id(PAGE), "2022-03..2024")
    assert (row["module"], row["attribution"]) == ("reader", "Agency: Title")


def test_a_page_without_any_period_is_undated() -> None:
    assert pages("reader", [(PAGE, "")])["vintage"].tolist() == ["undated"]


def test_another_title_is_another_page() -> None:
    assert page_id(PAGE) != page_id(PAGE._replace(title="Other"))
