"""Duties by law: the last day and the next, at the edges too."""

from datetime import date

from analysis.fund_calendar import ADDRESS, DUTIES, around


def named(today: date, fund: str, what: str) -> tuple[date | None, date | None]:
    return next((last, due) for duty, last, due in around(today, fund) if duty.what == what)


def test_the_annual_report_is_due_each_15_february_until_2031() -> None:
    report = "Annual performance report"
    assert named(date(2022, 1, 1), "AMIF", report) == (None, date(2023, 2, 15))
    # On the day itself it is due, no longer coming.
    assert named(date(2026, 2, 15), "AMIF", report) == (date(2026, 2, 15), date(2027, 2, 15))
    assert named(date(2031, 3, 1), "AMIF", report) == (date(2031, 2, 15), None)


def test_what_is_over_has_no_next_day_and_stands_last() -> None:
    found = around(date(2026, 11, 27), "AMIF")
    coming = [due for _, _, due in found if due]
    assert coming == sorted(coming)
    over = [duty.what for duty, _, due in found if due is None]
    assert over == ["Mid-term evaluation of the programme", "Mid-term evaluation of the fund"]
    assert [due is None for _, _, due in found] == sorted(due is None for _, _, due in found)


def test_data_are_sent_five_times_a_year_from_2022_to_january_2030() -> None:
    days = [day for duty in DUTIES if duty.article == "Article 42" for day in duty.days()]
    assert (min(days), max(days)) == (date(2022, 1, 31), date(2030, 1, 31))
    assert sorted((d.month, d.day) for d in days if d.year == 2026) == [
        (1, 31), (4, 30), (7, 31), (9, 30), (11, 30),
    ]  # fmt: skip


def test_other_funds_have_no_duty_of_amif_and_every_duty_has_its_law() -> None:
    assert all("AMIF" in duty.funds for duty, _, _ in around(date(2026, 1, 1), "AMIF"))
    esf = {duty.what for duty, _, _ in around(date(2026, 1, 1), "ESF_plus")}
    assert "Annual performance report" not in esf
    assert "Evaluation of each programme's impact" in esf
    assert {duty.law for duty in DUTIES} <= set(ADDRESS)
    assert around(date(2026, 1, 1), "france_cada") == []
