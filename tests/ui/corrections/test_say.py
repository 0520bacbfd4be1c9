"""Words of strangers stay words: no markup, no picture, no link but the one that is meant."""

import re

import pytest

from analysis.corrections import Statement
from analysis.ranks import Move
from tests.hostile.conftest import NAMES
from tests.ui.corrections.conftest import Make
from ui.corrections import say
from ui.corrections.target import BLUR
from ui.words import THIN


def plain(text: str) -> str:
    """The text without what is escaped: what is left of markup would be live."""
    return re.sub(r"\\.", "", text.replace(THIN, " "), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("says", "unit", "said"),
    [
        (Statement(1200.0), "places", "1 200 places"),
        (Statement(lower=10.0, upper=20.0), "places", "between 10 and 20 places"),
        (Statement(15.0, 10.0, 20.0), "persons", "about 15, between 10 and 20 persons"),
        (Statement(lower=10.0), "places", "at least 10 places"),
        (Statement(upper=10.0), "places", "at most 10 places"),
        (Statement(33.5), "percent", "33.5 %"),
        (Statement(0.0), "places", "0 places"),
        (Statement(), "places", "unknown"),
    ],
    ids=str,
)
def test_statements(says: Statement, unit: str, said: str) -> None:
    assert say.statement(says, unit).replace(THIN, " ") == said


def test_zero_of_sensitive_people_is_not_none() -> None:
    assert say.statement(Statement(0.0), "persons", BLUR) == "0-2 persons"


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_texts_of_strangers_have_no_markup(name: str, make: Make) -> None:
    texts = [say.statement(Statement(text=name), ""), say.who(make(organisation=name))]
    for text in texts:
        assert not set(plain(text)) & set("`*[]<>#|~$!{}")
        assert "://" not in text


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https://x.org/)![x](http://evil.example)", "https://x.org/[a]",
     "https://x.org/<b>", "data:text/html,x", "", "https://x.org/$a$", "https://x.org/ b"],
)  # fmt: skip
def test_a_link_that_is_no_plain_address_is_not_drawn(url: str) -> None:
    """Even from a journal that somebody else wrote."""
    assert say.evidence(url) == ""


def test_a_link_says_where_it_leads() -> None:
    assert say.evidence("https://example.org/a?b=c") == "[example.org](https://example.org/a?b=c)"


def test_a_host_that_looks_like_another_is_spelled_out() -> None:
    told = say.evidence("https://\u0430pple.org/x")
    assert r"(xn\-\-pple\-43d.org)" in told or "(xn--pple-43d.org)" in told


def test_ranks_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(say, "place_name", lambda _, code: f"<{code}>")
    none = say.rank(None, Move(None, None, 3, 3, ()), "regions")  # type: ignore[arg-type]
    assert none == "It has no rank, before or after."
    told = say.rank(None, Move(5, 7, 11, 11, ("A", "B")), "regions")  # type: ignore[arg-type]
    assert "5 of 11 → **7 of 11**" in told and "Two other territories change rank" in told
    assert r"\<A\> and \<B\>" in told
    lost = say.rank(None, Move(5, None, 11, 10, tuple("ABCDEFG")), "regions")  # type: ignore[arg-type]
    assert "**no rank**. Seven other territories change rank." in lost
    same = say.rank(None, Move(1, 1, 3, 3, ()), "regions")  # type: ignore[arg-type]
    assert same == (
        "Rank by what is missing, among the regions: 1 of 3, as before. No other territory changes "
        "rank."
    )


def test_a_country_among_regions_is_told_as_one_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(say, "place_name", lambda _, code: {"LU00": "Luxembourg"}.get(code, "Wien"))
    told = say.rank(None, Move(6, 7, 7, 7, ("LU00",)), "NUTS 2 regions")  # type: ignore[arg-type]
    assert "among the NUTS 2 regions: 6 of 7 → **7 of 7**" in told
    assert told.endswith("rank: Luxembourg (the whole country is one region).")
