"""Texts of strangers: every alphabet is welcome, what nobody sees is not."""

import pytest

from ui.corrections.texts import host_of, letters, of_address, of_text, tidy


def test_writing_of_other_languages_is_text() -> None:
    """Joiners that Persian needs, marks that Arabic and Hebrew need, Tigrinya, line ends."""
    for text in (
        "می‌دانیم که درست نیست",
        "نحن نعرف هذا المكان",
        "क्‍ष है",
        "Cafe\u0301 🏠",
        "שָׁלוֹם",
        "ንሕና ቆጺርና",
        "one\r\ntwo lines",
    ):
        assert of_text("reason", tidy(text)) == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org", "http://", "https://a b.org", "https://x.org/(a)", "//example.org",
        "https://user:secret@example.org", "https://example.org@evil.example/", "data:text/html,x",
        'https://x.org/"onclick="', "https://x.org/<b>", "https://x.org/`a`", "https://x.org/$a$",
        "https://x.org\\@evil.example", "https://x.org/]", "https://x.org/a\u202eb c",
        "HTTPS://", "https://x.org:99999999/",
    ],
)  # fmt: skip
def test_addresses_that_could_be_more_than_a_link_are_refused(url: str) -> None:
    assert of_address(url) != []


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "http://a.b.example:8080/c?d=e&f=%20#g", "https://köln.de/ä_~-"]
)  # fmt: skip
def test_plain_addresses_are_taken(url: str) -> None:
    assert of_address(url) == []


@pytest.mark.parametrize(
    "hidden",
    ["\u200b", "\u3164", "\u061c", "\u200f", "\ufff9", "\u115f", "\uffa0", "\u00ad", "\ufeff",
     "\u2060", "\u034f", "\ufe0f", "\u180e", "\u2800", "\u202e", "\u2067", "\U000e0041", "\u2028",
     "\u200d", "\u200c", "\U0001d173", "a\u0301\u0301\u0301\u0301\u0301"],
    ids=ascii,
)  # fmt: skip
def test_what_nobody_sees_is_refused_and_its_place_is_told(hidden: str) -> None:
    for name in ("reason", "organisation", "contact", "text"):
        (found,) = of_text(name, tidy(f"We{hidden}know"))
        assert "nobody can see (U+" in found
    assert letters(tidy(hidden * 10)) <= 10 * (hidden[0] == "a")


def test_a_host_in_other_letters_has_one_spelling() -> None:
    assert host_of("https://straße.de") == "xn--strae-oqa.de"
    assert host_of("https://ЯНДЕКС.рф:8080/x") == "xn--d1acpjx3f.xn--p1ai:8080"
    for feigned in ("https://x.org\u2044a", "https://x\uff0fy.org", "https://a\u2100b.org",
                    "https://x\u3164.org", "https://x%2eorg", "https://a..org"):  # fmt: skip
        assert of_address(feigned) != []
