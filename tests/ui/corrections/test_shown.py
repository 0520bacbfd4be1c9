"""What readers get to see: the file, the line on other pages, and what stays hidden."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.corrections import PLACE, Published, Review, Standing, Statement, Subject
from tests.ui.corrections.conftest import PLACES, Make
from ui.corrections import store
from ui.corrections.beside import address_of, cited, sentence
from ui.corrections.cards import shown
from ui.corrections.export import as_csv
from ui.corrections.finding import filtered
from ui.corrections.finding import sentence as finding
from ui.corrections.periods import is_period
from ui.corrections.target import PROTECTED, of_figure, of_place
from ui.language import speaking
from ui.store import Dataset, ask
from ui.words import THIN


def rows(dataset: Dataset, *standings: Standing) -> list[dict[str, str]]:
    text = as_csv(dataset, standings).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def protected_key(dataset: Dataset) -> str:
    """The key of the first protected shelter of the real dataset."""
    from ui.connection import reading

    with reading(dataset) as cursor:
        found = cursor.execute(
            "select facility_id from facility where publish_level <> 'point' order by 1 limit 1"
        ).fetchone()
    assert found is not None
    return str(found[0])


def test_the_file_has_what_was_published_and_proposed_and_no_contact(
    now: Dataset, make: Make
) -> None:
    review = Review("x", "2026-02-01T00:00:00+00:00", "accept", "it is so", "Office")
    standing = Standing(make(proposed=Statement(), reason="=cmd|' /C calc'!A0"), (review,))
    (row,) = rows(now, standing)
    assert "helpers@example.org" not in as_csv(now, (standing,)).decode("utf-8-sig")
    assert (row["published_value"], row["proposed_value"]) == ("10474", "")
    assert (row["proposes"], row["state"], row["names_verified"]) == ("unknown", "accepted", "no")
    assert row["reason"].startswith("'=")
    assert row["last_review_by"] == "Office" and "it is so" in row["reviews"]
    assert row["territory"] == "Gelderland, Netherlands"


def test_the_file_is_in_english_whatever_the_page_speaks(now: Dataset, make: Make) -> None:
    standing = Standing(make())
    with speaking("de"):
        german = as_csv(now, (standing,))
    assert german == as_csv(now, (standing,))


def test_a_reason_of_before_that_tells_a_count_is_not_shown(now: Dataset, make: Make) -> None:
    subject = replace(
        PLACES, territory_id="ES61", measure_id="unaccompanied_children_present_persons",
        group_id="unaccompanied_children", period="2023",
    )  # fmt: skip
    told = make(subject=subject, proposed=Statement(15.0), reason="In 2024, 17 children.")
    review = Review("x", "2026-02-01T00:00:00+00:00", "accept", "seventeen it is", "Office")
    (row,) = rows(now, Standing(told, (review,)))
    assert row["reason"].startswith("This reason is not shown")
    assert "seventeen" not in str(row)
    (row,) = rows(now, Standing(replace(told, reason="It is 15.")))
    assert row["reason"] == "It is 15."


def test_a_protected_place_is_refused_and_says_nothing_of_itself(now: Dataset) -> None:
    target = of_place(now, protected_key(now), "name")
    assert target.refused == PROTECTED
    assert target.published == Published(Statement())
    assert (target.note, target.source_line) == ("", None)


def test_a_place_that_became_protected_takes_its_old_proposals_out_of_sight(
    now: Dataset, make: Make
) -> None:
    """It has another key since, or the same one: neither name nor reason is shown any more."""
    for key in (protected_key(now), "a key of before"):
        subject = Subject(PLACE, "name", "DE300", facility_id=key)
        old = make(subject=subject, published=Published(Statement(text="House Rose, Mill Lane")))
        assert shown(now, Standing(old)) is None
        assert "Mill Lane" not in as_csv(now, (Standing(old),)).decode("utf-8-sig")


def test_protected_places_are_never_listed(now: Dataset) -> None:
    for territory_id in ("DE", "IT", ""):
        for text in ("protected", ""):
            found = ask(
                now, "correction_place_search", territory_id=territory_id, text=text
            )  # fmt: skip
            assert not found["name"].str.contains("protected place").any()
    found = ask(now, "correction_place_search", territory_id="ES", text="ALCALA")
    assert "CAED Alcalá de Henares" in set(found["name"])


def test_counts_of_children_are_guarded_and_rates_of_them_refused(now: Dataset) -> None:
    children = ("unaccompanied_children_present_persons", "unaccompanied_children", "2023")
    assert of_figure(now, "ES61", *children).guard == "blur"
    places = of_figure(
        now, "ES61", "unaccompanied_children_places", "unaccompanied_children", "2023"
    )
    assert places.guard == ""
    with pytest.raises(KeyError):
        of_figure(now, "ES61", "nothing", "all", "2023")


def test_a_figure_that_nobody_publishes_is_unknown_not_zero(now: Dataset) -> None:
    target = of_figure(now, "NL35", "committed_places", "asylum_applicants", "2024-11")
    assert target.published.statement.unknown


def test_the_line_names_what_is_proposed_and_leads_there(now: Dataset, make: Make) -> None:
    one = Standing(make())
    said = sentence(now, [one], "committed_places").replace(THIN, " ")
    assert "One proposal says Places committed" in said
    assert "**12 000 places** instead of 10 474" in said
    assert "(corrections?territory=NL22&measure=committed_places&whom=asylum" in said
    other = Standing(make(subject=replace(PLACES, measure_id="reception_places"),
                          proposed=Statement(7.0), at="2030"))  # fmt: skip
    both = sentence(now, [one, other], "committed_places").replace(THIN, " ")
    assert both.startswith("Two proposals for figures of this territory; one says Places committed")
    assert sentence(now, [], "x") == ""


def test_an_address_holds_codes_only() -> None:
    assert address_of("A+B", "m", "", "2021/2027") == (
        "corrections?territory=A%2BB&measure=m&period=2021%2F2027&of=here"
    )
    assert address_of("](http://evil") == "corrections?territory=http%2F%2Fevil&of=here"


def test_a_citation_counts_open_proposals_of_its_territories(
    now: Dataset, journal: Path, make: Make
) -> None:
    assert cited(now, ["NL22"]) == ""
    store.propose(make())
    assert "One open proposal of readers proposes" in cited(now, ["NL22", "NL11"])
    assert cited(now, ["NL11"]) == ""
    assert cited(replace(now, kind="demonstration"), ["NL22"]) == ""


def test_the_finding_counts_and_the_list_filters(make: Make) -> None:
    assert "Nobody has proposed" in finding(())
    review = Review("x", "t", "reject", "because", "Office")
    elsewhere = replace(PLACES, territory_id="NL11")
    every = (Standing(make()), Standing(make(), (review,)), Standing(make(subject=elsewhere)))
    assert finding(every) == (
        "**Two proposals wait for a decision**; none is accepted, one is rejected."
    )
    assert finding(every[1:2]).startswith("**No proposal waits for a decision**")
    assert filtered(every, "NL22", "here", "all") == every[:2]
    assert filtered(every, "NL22", "all", "open") == (every[0], every[2])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2024", True), ("2024-07", True), ("2024-07-31", True), ("2024-Q4", True),
     ("2021/2027", True), ("2027/2021", False), ("2024-Q5", False), ("2024-00", False),
     ("2024-02-30", False), ("24", False), ("2024--1", False), ("2024-7-1", False),
     ("٢٠٢٤", False), ("", False), ("2024/2025/2026", False), ("2024'; drop", False)],
)  # fmt: skip
def test_a_typed_date_is_a_period_or_it_is_passed_over(text: str, is_one: bool) -> None:
    assert is_period(text) is is_one
