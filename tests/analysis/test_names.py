"""Names: one organisation stays one, whatever is hidden in its name."""

import pytest

from analysis.names import mixed, same_organisation, unseen


def test_one_organisation_is_known_by_any_spelling() -> None:
    assert same_organisation("Réfugiés Bienvenue", "REFUGIES  bienvenue!")
    assert not same_organisation("Caritas Wien", "Caritas Graz")
    assert not same_organisation("", "")
    assert not same_organisation("...", "---")
    assert not same_organisation("\u3164", "\u3164")
    assert not same_organisation("Червоний Хрест", "Карітас Київ")


@pytest.mark.parametrize(
    "feigned",
    ["Caritas\u3164", "Caritas\u200b", "\u200fCaritas", "Cari\u00adtas", "Caritas\u061c",
     "Cari\u034ftas", "Caritas\ufe0f", "Caritas\ufff9", "Ｃａｒｉｔａｓ", "C\u0430ritas",
     "\u0421ar\u0456tas", "Carit\u03b1s", "Carltas", "Car\u0301\u0301\u0301itas", "Caritas\u2800",
     "Caritas\U000e0041", "𝐂aritas", "Car\u0131tas", "СARITAS"],
    ids=ascii,
)  # fmt: skip
def test_a_name_that_looks_like_another_is_the_other(feigned: str) -> None:
    assert same_organisation("Caritas", feigned)


def test_a_word_has_one_alphabet() -> None:
    for name in ("Caritas Київ", "Червоний Хрест", "NPO法人ひろば", "ንሕና", "Ärzte der Welt",
                 "Γιατροί του Κόσμου (MdM)", "نحن", "Haus 17", "5ος όροφος"):  # fmt: skip
        assert mixed(name) == ""
    for name in ("C\u0430ritas", "Red \u0421ross", "Carit\u03b1s", "Ca\u0301\u0430ritas"):
        assert mixed(name) != ""


def test_what_is_seen_is_seen() -> None:
    assert not any(unseen(each) for each in "aé ا한字0-.\u0301")
