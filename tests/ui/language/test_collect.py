"""What is collected for the catalogues, and what a catalogue may not hold."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from ui.language import LANGUAGES
from ui.language.__main__ import fault, is_turned, renewed
from ui.language.catalogue import opened
from ui.language.collect import GluedMessageError, Message, marked, messages

OTHERS = [each for each in LANGUAGES if each != "en"]


@pytest.mark.parametrize("source", ['_(f"In {unit}.")', '_("In " + unit)', 'n_(f"a", "b", n)'])
def test_a_glued_message_is_refused_with_its_line(source: str) -> None:
    with pytest.raises(GluedMessageError, match=r"ui/any\.py, line 2"):
        list(marked(f"\n{source}", "ui/any.py"))


def test_what_is_turned_by_a_name_is_no_message_of_its_own() -> None:
    assert list(marked("_(label); n_(*pair, 2)")) == []


def test_the_code_holds_messages_and_none_is_glued() -> None:
    found = messages()
    assert "Where is {what} short for {whom}?" in found
    assert found["{count} territory"].many == "{count} territories"
    assert found["Gaps"].file == "app.py"


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_broken(language: str) -> None:
    assert [line for entry in opened(language) if (line := fault(entry))] == []


@pytest.mark.parametrize(("entry", "is_broken"), [
    (Entry("In {unit}.", ""), False),
    (Entry("In {unit}.", "En {unit}."), False),
    (Entry("In {unit}.", "En."), True),
    (Entry("In {unit}.", "En {unit} {more}."), True),
    (Entry("In {unit}.", "En {unit."), True),
    (Entry(("{count} of {all}", "{count} of {all}"), ("un de {all}", "{count} de {all}")), False),
    (Entry(("{count} of {all}", "{count} of {all}"), ("un", "{count} de {all}")), True),
])  # fmt: skip
def test_a_part_that_does_not_fit_is_broken(entry: Entry, is_broken: bool) -> None:
    assert bool(fault(entry)) is is_broken


def test_a_renewed_catalogue_keeps_translations_and_drops_what_the_code_lost() -> None:
    old = Catalog(locale="pl")
    old.add("Gap", "Luka")
    old.add("Gone", "Nie ma")
    old.add("{count} day", "dzien")
    code = [Message("Gap", "", "a.py"), Message("New", "", "a.py"),
            Message("{count} day", "{count} days", "a.py")]  # fmt: skip
    new = renewed(old, "pl", {each.text: each for each in code})
    assert new.get("Gap").string == "Luka"
    assert new.get("Gone") is None
    assert not is_turned(new.get("New"))
    # It counts now: one form does not do for three.
    assert not is_turned(new.get("{count} day"))
