"""What period, value and note say: dates of the calendar, lower ends, sums, doubts."""

import pytest

from etl.sources.transcribed_notes import note_of, period_of, status_of, value_of

ROW = {"territory_code": "XX", "measure": "reception_places", "period": "2024", "value": "9000"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024-07-31", "2024-07-31"),
        ("2024-13", None),
        ("2024-02-30", None),
        ("2024-01..11", "2024-01/2024-11"),
        ("2024-02..2025-07", "2024-02/2025-07"),
        ("2024/2025", "2024/2025"),
        ("2021-2027", "2021/2027"),
        ("2025..2024", None),
        ("2024-01..13", None),
        ("2024 average", None),
        ("undated (c. 2024)", None),
        ("2019+", None),
        ("", None),
    ],
)
def test_a_period_is_a_year_month_day_or_two_of_them(text: str, period: str | None) -> None:
    assert period_of(text) == period
    assert period_of(text, of_a_target=True) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [("2024-01-01 (target)", "2024-01-01"), ("2026-02 (new cycle)", "2026-02")],
)
def test_the_day_a_target_is_due_is_only_right_with_a_target(text: str, period: str) -> None:
    assert period_of(text, of_a_target=True) == period
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("note", "value", "lower"),
    [
        ("", 9000, None),
        ("'more than 9,000'", None, 9000),
        ("more than 9 thousand places taken", None, 9000),
        ("151 more than in 2023; over 75 properties in use", 9000, None),
        ("VOLUNTARY (at least)", None, 9000),
        ("'more than'; 2.3 % more than 2023", None, 9000),
        ("8 federal centres (over 30 in early 2023)", 9000, None),
    ],
)
def test_more_than_the_figure_is_a_lower_end(
    note: str, value: float | None, lower: float | None
) -> None:
    assert value_of(ROW | {"note": note}) == (value, lower)


@pytest.mark.parametrize(
    ("note", "status", "evidence"),
    [
        ("", "A", "published"),
        ("derived: sum of 12 local authorities", "E", "estimated"),
        ("SUM of Vič 71 + Logatec 45", "E", "estimated"),
        ("COMPUTED: 358 + 35", "E", "estimated"),
        ("computed by the ministry against 32 per 100,000", "A", "published"),
        ("sum of rows 396; page total 373", "A", "published"),
        ("sum of 16 Länder = 486120 (rounding)", "A", "published"),
        ("MISMATCH: the components sum to 1067", "U", "published"),
        ("footnote on the page: undercount in Brandenburg", "U", "published"),
        ("total in this first release 87,355, later corrected to 95,884", "U", "published"),
    ],
)
def test_sums_are_estimates_and_contradictions_are_doubted(
    note: str, status: str, evidence: str
) -> None:
    assert status_of(ROW | {"note": note}, 1.0) == (status, evidence)


def test_without_a_value_reliability_is_low() -> None:
    assert status_of(ROW | {"note": ""}, None) == ("U", "published")


def test_what_else_there_is_to_know_comes_first() -> None:
    note = note_of(ROW | {"measure": "basic_care_persons", "note": "ROUNDED"})
    assert (
        note == "people in basic care (Grundversorgung), in organised or private housing; rounded"
    )
    assert note_of(ROW | {"note": "city point from memory"}) is None
