"""What a message says in a language, and what happens where a translation fails."""

from concurrent.futures import ThreadPoolExecutor
from gettext import NullTranslations
from threading import Barrier
from time import sleep
from unittest.mock import patch

import pytest

from ui.language import Words, _, current, later, marks, n_, per_language, plural, speaking

TURNED = {
    "In {unit}.": "W {unit}.",
    "{first} before {last}": "po {last}: {first}",
    "Broken {part}": "Zepsute {czesc}",
    "Unclosed {part}": "Niedomkniete {part",
    "Gap": "Luka",
}
FORMS = ("{count} miejsce", "{count} miejsca", "{count} miejsc")


class Polish(NullTranslations):
    """A few messages, and the three plural forms of Polish by their rule."""

    def gettext(self, message: str) -> str:
        return TURNED.get(message, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        few = n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)
        return FORMS[0] if n == 1 else FORMS[1] if few else FORMS[2]


@pytest.fixture(autouse=True)
def _polish():
    with patch.object(marks, "catalogue", lambda language: Polish()):
        yield


def test_outside_a_page_english_is_spoken() -> None:
    assert current() == "en"
    assert _("In {unit}.", unit="places") == "In places."
    assert n_("{count} place", "{count} places", 1) == "1 place"
    assert n_("{count} place", "{count} places", 1234) == "1\u202f234 places"


def test_a_language_may_put_the_parts_in_another_order() -> None:
    with speaking("pl"):
        assert _("{first} before {last}", first="A", last="B") == "po B: A"


def test_a_message_without_a_translation_stays_english() -> None:
    with speaking("pl"):
        assert _("Nobody turned this {part}.", part="one") == "Nobody turned this one."


@pytest.mark.parametrize("message", ["Broken {part}", "Unclosed {part}"])
def test_a_translation_whose_parts_do_not_fit_gives_way(message: str) -> None:
    with speaking("pl"):
        assert _(message, part="x") == message.format(part="x")


@pytest.mark.parametrize(("count", "said"), [(1, "1 miejsce"), (3, "3 miejsca"), (5, "5 miejsc"),
                                             (22, "22 miejsca"), (112, "112 miejsc")])  # fmt: skip
def test_a_language_has_its_own_plural_forms(count: int, said: str) -> None:
    with speaking("pl"):
        assert n_(*plural("{count} place", "{count} places"), count) == said


def test_a_table_of_words_answers_in_the_language_of_the_moment() -> None:
    table = Words({"gap": later("Gap")})
    assert table["gap"] == "Gap"
    with speaking("pl"):
        assert table["gap"] == table.get("gap") == next(iter(table.values())) == "Luka"
        assert dict(table.items()) == {"gap": "Luka"}
        assert table.get("none") is None
        with pytest.raises(KeyError):
            table["none"]


def test_what_is_kept_is_kept_for_each_language_apart() -> None:
    calls = []

    @per_language(4)
    def said(what: str) -> str:
        calls.append(what)
        return _(what)

    with speaking("pl"):
        assert said("Gap") == said("Gap") == "Luka"
    assert said("Gap") == said("Gap") == "Gap"
    assert calls == ["Gap", "Gap"]


def test_the_language_before_is_spoken_again() -> None:
    with speaking("pl"):
        with speaking("fr"):
            assert current() == "fr"
        assert current() == "pl"
    assert current() == "en"


def test_braces_in_a_part_are_no_parts() -> None:
    with speaking("pl"):
        assert _("In {unit}.", unit="{unit} {0}") == "W {unit} {0}."


def test_many_who_ask_at_once_wait_for_the_first() -> None:
    """Ten readers come to a page of a new dataset: what it says is worked out once."""
    together, made = Barrier(10), []

    @per_language(4)
    def slow(of: str) -> str:
        made.append(of)
        sleep(0.2)
        return of

    def asked(_: int) -> str:
        together.wait(10)
        return slow("a")

    with ThreadPoolExecutor(10) as readers:
        assert list(readers.map(asked, range(10))) == ["a"] * 10
    assert made == ["a"]
