"""Our sentences as HTML: marks of our own work, whatever stands in data does not."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.conftest import NAMES
from ui.territory.marked import html, inline, plain, safe
from ui.words import escaped


def tags(text: str) -> list[str]:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append(tag)
            assert attrs == []

    Reader().feed(text)
    return found


@given(st.text())
def test_escaped_data_is_never_a_tag(text):
    assert tags(inline(f"**{escaped(text)}** here")) == ["strong"]


@given(st.text())
def test_even_text_that_nobody_escaped_makes_no_tag_but_ours(text):
    made = html(text)
    assert set(tags(made)) <= {"p", "ul", "ol", "li", "strong", "em"}
    assert made.count("<strong>") == made.count("</strong>")
    assert made.count("<em>") == made.count("</em>")


def test_hostile_names_are_read_as_they_are():
    for name in NAMES.values():
        shown = inline(escaped(name))
        assert "<" not in shown
        assert plain(escaped(name)) == re.sub(r"[\x00-\x08]", " ", " ".join(name.splitlines()))


def test_a_link_is_its_words():
    assert inline(r"[a \<b\>](javascript:alert) and [c](https://d.example)") == "a &lt;b&gt; and c"


def test_lists_and_paragraphs():
    assert html("A:\n1. b\n2. **c**\n\nd") == (
        "<p>A:</p><ol><li>b</li><li><strong>c</strong></li></ol><p>d</p>"
    )


def test_nothing_ends_an_attribute():
    assert safe("\" onload='x' <") == "&quot; onload=&#x27;x&#x27; &lt;"
