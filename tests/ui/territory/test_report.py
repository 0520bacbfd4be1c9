"""The report as a file: it needs nothing else, runs nothing, and says what it is."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from tests.hostile.conftest import NAMES
from ui.store import Dataset, current
from ui.territory.model import Figure, Neighbour, Point, Profile, Section, Table, Trend
from ui.territory.profile import profile_of
from ui.territory.report import report
from ui.words import escaped

DAY = date(2026, 3, 1)
VOID = {"meta", "rect", "path", "circle"}


class Outline(HTMLParser):
    """The tags of a file, and whether each is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID or tag == "path":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def now(served) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def self_contained(text: str) -> Outline:
    found = Outline(text)
    assert found.open == []
    names = {tag for tag, _ in found.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "a", "form", "base"}
    for _, attributes in found.tags:
        assert not {"src", "href", "style"} & set(attributes)
        assert not [each for each in attributes if each.startswith("on")]
    assert "url(" not in text and "@import" not in text
    assert "default-src 'none'" in text.replace("&#x27;", "'")
    return found


def test_a_report_is_whole_in_itself(now):
    text = report(profile_of(now, "ITG1"), DAY)
    found = self_contained(text)
    names = [tag for tag, _ in found.tags]
    assert ("html", {"lang": "en"}) in found.tags
    assert names.count("h1") == 1 and names.count("h2") == 13
    assert names.count("caption") == names.count("table") >= 5
    assert all("scope" in attributes for tag, attributes in found.tags if tag == "th")
    drawings = [attributes for tag, attributes in found.tags if tag == "svg"]
    assert len(drawings) == 7 and all(each["aria-label"] for each in drawings)
    assert "Written on 1 March 2026" in text
    assert "Ministero dell&#x27;Interno" in text and "sha256" in text
    assert "Demonstration" not in text
    listed = text.split('<section id="sources"')[1].split("</section>")[0].split("<li>")[1:]
    assert all("http" in each for each in listed if "Eurostat" in each)
    assert sum("https://" in each for each in listed) > len(listed) / 2


def test_the_demonstration_is_marked_on_every_page_and_drawing(served_both):
    demo = current("demonstration")
    assert demo is not None
    text = report(profile_of(demo, "ITG1"), DAY)
    self_contained(text)
    assert '<p class="mark">Demonstration: generated figures</p>' in text
    assert '@top-right { content: "Demonstration: generated figures"' in text
    marks = text.count('class="mark"')
    assert marks >= 1 + text.count("<svg")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_is_text_everywhere(now, name):
    """As a page escapes it in sentences, and as it is in labels, captions and titles."""
    points = tuple(Point(2000 + i, f"{2000 + i}", 1.0 + i, "A", name) for i in range(3))
    part = Section(
        "people", name, (f"**{escaped(name)}** here.",),
        tables=(Table(name, (name, "b"), ((escaped(name), escaped(name)),)),),
        trends=(Trend(name, name, points, escaped(name)),),
        figures=(Figure(name, name, source_ids=(name,)),), note=escaped(name),
    )  # fmt: skip
    base = Profile(now, "AT33", name, name, 2, (escaped(name),), (part,),
                   (Neighbour("AT32", name, "AT"),))  # fmt: skip
    found = self_contained(report(base, DAY))
    plain = re.sub(r"[\x00-\x08]", " ", name)
    titles = [attributes["aria-label"] or "" for tag, attributes in found.tags if tag == "svg"]
    assert any(plain[:50].split("\r")[0] in title for title in titles)
