"""Hostile names in what the page says: sentences, sources, buttons and links are text."""

import pytest
from streamlit.testing.v1 import AppTest

from ui import cite, finding, panel, words


def is_text(markdown: str, name: str) -> bool:
    """Whether a name stands in Markdown as nothing but text: escaped, or not at all."""
    markup = words.escaped(name) != name
    return not (markup and name in markdown.replace(words.escaped(name), ""))


def test_the_finding_is_prose_not_markup(view, name):
    assert is_text(finding.sentence(view), name)


def test_a_territory_s_sentences_are_prose_not_markup(view, name):
    for code in view.rows.index:
        row = view.rows.loc[code]
        assert is_text(" ".join(panel._figure(view, row)), name)


def test_a_figure_s_origin_is_text_and_no_script_is_linked(view, name):
    for code in view.rows.index:
        origin = panel._origin(view, view.rows.loc[code])
        assert is_text(origin, name)
        assert "](javascript" not in origin


def test_the_credit_line_is_text(view, name):
    assert is_text(cite.attribution(view), name)


def page(place: str) -> None:
    import pandas as pd

    from ui import chosen

    row = {"territory_id": ["AT12"], "name": [place], "country": ["AT"], "level": [2]}
    chosen.search(pd.DataFrame({"place": [place]}, index=["AT11"]), pd.DataFrame(row))


@pytest.mark.parametrize("name", ["![x](http://evil.example/pixel.png)", "<b>", "**x**", "{i}"])
def test_a_found_territory_s_button_shows_its_name_as_text(name):
    """A button's label is Markdown: an image in it would be fetched."""
    at = AppTest.from_function(page, args=(name,)).run(timeout=30)
    at.text_input(key="find").set_value("AT11").run()
    assert not at.exception
    assert is_text(at.button[0].label, name)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "https://a.example/)![x](http://evil.example",
        "https://a.example/<img>", "https://a.example/ x", " https://a.example", None, float("nan"),
        "//evil.example", "https://a.example/\\x",
    ],
)  # fmt: skip
def test_only_plain_web_addresses_become_links(url):
    assert not words.is_web(url)


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "http://a.example/ü"])
def test_plain_web_addresses_are_links(url):
    assert words.is_web(url)
