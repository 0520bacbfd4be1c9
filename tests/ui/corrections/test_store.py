"""What is kept is what was said, by the rules, and only while the server takes it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import Published, Review, Statement, Withdrawal
from tests.ui.corrections.conftest import PLACES, Make
from ui.corrections import records, store
from ui.corrections.store import RefusedError

AT = "2026-01-01T10:00:00+00:00"
TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
NUMBER = st.none() | st.floats(0, 1e9)
SAID = st.builds(Statement, NUMBER, NUMBER, NUMBER, TEXT)


def review(key: str, decision: str, organisation: str = "Office") -> Review:
    return Review(key, store.now(), decision, "because", organisation)


@given(SAID, SAID, TEXT, TEXT)
def test_every_entry_comes_back_as_it_was(said, published, reason, organisation) -> None:
    from analysis.corrections import Proposal

    proposal = Proposal(
        "a", AT, "published", "f", "b", PLACES, Published(published, "A", "published", "s"), said,
        "places", reason, "", organisation, "ngo", "c",
    )  # fmt: skip
    line = json.dumps(records.record_of(proposal), ensure_ascii=False)
    assert "\n" not in line
    assert records.entry_of(json.loads(line)) == proposal
    for entry in (Review("a", AT, "accept", reason, "o"), Withdrawal("a", AT, reason, "o")):
        assert records.entry_of(json.loads(json.dumps(records.record_of(entry)))) == entry


def test_a_proposal_is_reviewed_and_kept_with_every_word(journal: Path, make: Make) -> None:
    assert store.book() == store.Book()
    proposal = make()
    store.propose(proposal)
    store.review(review(proposal.proposal_id, "reject"))
    store.review(review(proposal.proposal_id, "accept", "Court"))
    (standing,) = store.book().standings
    assert standing.proposal == proposal
    assert [each.organisation for each in standing.reviews] == ["Office", "Court"]
    assert standing.state == "accepted"
    assert len(journal.read_text("utf-8").splitlines()) == 3


def test_one_s_own_proposal_is_not_reviewed_nor_another_s_withdrawn(
    journal: Path, make: Make
) -> None:
    proposal = make()
    store.propose(proposal)
    key = proposal.proposal_id
    with pytest.raises(RefusedError, match="own proposal"):
        store.review(review(key, "accept", "HELPERS"))
    with pytest.raises(RefusedError, match="Only the organisation"):
        store.withdraw(Withdrawal(key, store.now(), "mine", "Others"))
    with pytest.raises(RefusedError, match="not in the journal"):
        store.review(review("nothing", "accept"))
    store.withdraw(Withdrawal(key, store.now(), "a slip", "Helpers"))
    with pytest.raises(RefusedError, match="withdrawn"):
        store.review(review(key, "accept"))
    assert [each.state for each in store.book().standings] == ["withdrawn"]


def test_the_same_proposal_is_kept_once_while_it_waits(journal: Path, make: Make) -> None:
    store.propose(make())
    with pytest.raises(RefusedError, match="open already"):
        store.propose(make(organisation="helpers"))
    store.propose(make(organisation="Others"))
    store.propose(make(proposed=Statement(12_001.0)))
    store.propose(make(dataset="own"))
    first = store.book().standings[0].proposal.proposal_id
    store.review(review(first, "reject"))
    store.propose(make())
    assert len(store.book().standings) == 5


def test_generated_figures_have_proposals_of_their_own(journal: Path, make: Make) -> None:
    store.propose(make(dataset="demonstration"))
    assert store.book().of("published") == ()
    assert len(store.book().of("demonstration")) == 1


def test_a_closed_server_shows_and_takes_nothing(
    journal: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.propose(make())
    monkeypatch.setenv("GROUNDWORK_CORRECTIONS_CLOSED", "1")
    with pytest.raises(RefusedError, match="only shows"):
        store.propose(make(organisation="Others"))
    assert len(store.book().standings) == 1


@pytest.mark.parametrize(
    "record",
    [
        {"entry": "nothing"},
        {"entry": "review", "proposal_id": 7, "at": AT, "decision": "accept", "reason": "",
         "organisation": ""},
        {"entry": "review", "proposal_id": "a", "at": AT, "decision": "burn", "reason": "",
         "organisation": ""},
        {"entry": "withdrawal", "proposal_id": "a"},
        {"entry": "withdrawal", "proposal_id": "a", "at": "yesterday", "reason": "",
         "organisation": ""},
        {"entry": ["review"]},
    ],
    ids=["no kind", "a number for a name", "no such decision", "half of it", "no moment", "a list"],
)  # fmt: skip
def test_an_entry_of_another_shape_is_told_not_passed_over(journal: Path, make, record) -> None:
    from ui.corrections import journal as lines

    store.propose(make())
    lines.append(journal, lambda _: record)
    book = store.book()
    assert len(book.standings) == 1
    assert "Entry 2" in book.problems[0]


def test_a_changed_journal_is_seen_at_the_next_look(journal: Path, make: Make) -> None:
    store.propose(make())
    assert store.book().problems == ()
    journal.write_bytes(journal.read_bytes().replace(b"12000", b"99000"))
    assert "not what was written" in store.book().problems[0]
    with pytest.raises(store.JournalError, match="changed outside"):
        store.propose(make(organisation="Others"))


@pytest.mark.parametrize("number", ["NaN", "1e999", "1" + "0" * 400, "true", '"7"'])
def test_a_number_that_is_none_never_reaches_a_page(journal: Path, make: Make, number: str) -> None:
    record = json.dumps(records.record_of(make())).replace("12000.0", number)
    journal.write_text(f"{record}\n", encoding="utf-8")
    book = store.book()
    assert book.standings == ()
    assert any("Entry 1" in each for each in book.problems)


def test_a_journal_nobody_can_read_is_told(journal: Path) -> None:
    journal.mkdir()
    assert "cannot be read" in store.book().problems[0]


def test_a_line_nested_without_end_is_told(journal: Path) -> None:
    journal.write_text('{"a":' * 100_000 + "\n", encoding="utf-8")
    assert "Line 1" in store.book().problems[0]


def test_half_a_letter_never_reaches_a_page(journal: Path, make: Make) -> None:
    line = json.dumps(records.record_of(make(reason="REASON"))).replace("REASON", "\\ud800")
    journal.write_text(f"{line}\n", encoding="utf-8")
    assert store.book().standings == ()
    assert any("Entry 1" in each for each in store.book().problems)


def test_a_damaged_mark_breaks_no_look_at_the_book(journal: Path, make: Make) -> None:
    store.propose(make())
    journal.with_name(f"{journal.name}.mark").write_text('{"entries":-5,"last":"x"}', "utf-8")
    book = store.book()
    assert len(book.standings) == 1 and "damaged" in book.problems[0]
