"""How proposals stand: the last review counts, all are kept, nobody judges her own."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import (
    ACCEPTED,
    FIGURE,
    NEEDS_EVIDENCE,
    OPEN,
    REJECTED,
    WITHDRAWN,
    Entry,
    Proposal,
    Published,
    Review,
    Standing,
    Statement,
    Subject,
    Withdrawal,
    against_review,
    against_withdrawal,
    standings,
    strays,
)

PLACES = Subject(FIGURE, "value", "AT11", "reception_places", "all", "2024")


def proposal(key: str, organisation: str = "Helpers") -> Proposal:
    return Proposal(
        key, "2026-01-01T10:00:00+00:00", "published", "p.duckdb", "2026-01-01T00:00:00", PLACES,
        Published(Statement(1000.0)), Statement(1200.0), "places", "counted", "", organisation,
        "ngo",
    )  # fmt: skip


def review(key: str, decision: str, organisation: str = "Office") -> Review:
    return Review(key, "2026-01-02T10:00:00+00:00", decision, "because", organisation)


def withdrawal(key: str) -> Withdrawal:
    return Withdrawal(key, "2026-01-03T10:00:00+00:00", "a slip", "Helpers")


def state(*entries: Entry) -> str:
    (found,) = standings(entries).values()
    return found.state


def test_the_last_review_counts_and_all_are_kept() -> None:
    entries = [proposal("a"), review("a", "needs evidence"), review("a", "accept")]
    assert state(*entries[:1]) == OPEN
    assert state(*entries[:2]) == NEEDS_EVIDENCE
    assert state(*entries) == ACCEPTED
    assert state(*entries, review("a", "reject")) == REJECTED
    kept = standings([*entries, review("a", "reject")])["a"].reviews
    assert [each.decision for each in kept] == ["needs evidence", "accept", "reject"]


def test_what_is_withdrawn_stays_withdrawn_with_its_first_reason() -> None:
    again = Withdrawal("a", "2027-01-01T00:00:00+00:00", "again", "Helpers")
    entries = [proposal("a"), review("a", "accept"), withdrawal("a"), again, review("a", "accept")]
    assert state(*entries) == WITHDRAWN
    assert standings(entries)["a"].withdrawal == withdrawal("a")


def test_what_waits_is_open_or_lacks_evidence() -> None:
    waiting = [
        standings([proposal("a"), *more])["a"].pending
        for more in (
            [],
            [review("a", "needs evidence")],
            [review("a", "accept")],
            [withdrawal("a")],
        )
    ]
    assert waiting == [True, True, False, False]


def test_an_entry_about_nothing_is_named_and_makes_no_proposal() -> None:
    entries = [proposal("a"), review("b", "accept"), withdrawal("c")]
    assert list(standings(entries)) == ["a"]
    assert strays(entries) == ["b", "c"]


MOVES = st.lists(st.sampled_from(["accept", "reject", "needs evidence", "withdraw"]), max_size=4)


@given(st.lists(MOVES, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_entries_of_different_proposals_may_come_in_any_order(histories, random) -> None:
    """Each proposal's own entries keep their order; how they are mixed does not matter."""
    queues: list[list[Entry]] = []
    for i, history in enumerate(histories):
        key = str(i)
        later = [withdrawal(key) if m == "withdraw" else review(key, m) for m in history]
        queues.append([proposal(key), *later])
    in_turn = [entry for queue in queues for entry in queue]
    mixed: list[Entry] = []
    left = [list(queue) for queue in queues]
    while any(left):
        mixed.append(random.choice([queue for queue in left if queue]).pop(0))
    assert standings(mixed) == standings(in_turn)


def test_nobody_reviews_her_own_proposal() -> None:
    own = Standing(proposal("a", "Caritas Wien"))
    assert "own proposal" in against_review(own, "caritas-wien")
    assert against_review(own, "Land Wien") == ""
    assert "which organisation" in against_review(own, " . ")
    assert "withdrawn" in against_review(Standing(proposal("a"), (), withdrawal("a")), "Office")


def test_only_the_proposer_withdraws_and_only_once() -> None:
    own = Standing(proposal("a", "Caritas Wien"))
    assert against_withdrawal(own, "Caritas Wien") == ""
    assert "Only the organisation" in against_withdrawal(own, "Land Wien")
    assert "before" in against_withdrawal(Standing(proposal("a"), (), withdrawal("a")), "Helpers")


def test_a_person_without_an_organisation_is_reviewed_by_any() -> None:
    alone = Standing(proposal("a", ""))
    assert against_review(alone, "Office") == ""
    assert against_withdrawal(alone, "") == ""
