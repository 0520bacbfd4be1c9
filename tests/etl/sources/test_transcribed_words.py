"""What the words of a transcribed row mean: periods, bounds, doubts."""

import pytest

from etl.sources.transcribed_words import Stated, note_for, period_of, span_of, stated


def say(note: str, value: str = "100", period: str = "2024") -> Stated:
    """What a row with this note states."""
    return stated(
        {"measure": "m", "territory_code": "AT", "period": period, "value": value, "note": note}
    )


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024-07-31", "2024-07-31"),
        ("2021/2027", "2021/2027"),
        ("2014-2020", "2014/2020"),
        ("2017..2021-Q3", "2017/2021-Q3"),
        ("2017-06..2018-05", "2017-06/2018-05"),
        ("2022-01..11", "2022-01/2022-11"),
        ("2018-12..2019-11 pilot", "2018-12/2019-11"),
        ("2024-11 (start)", "2024-11"),
        ("2020-12-15/2021-09", "2020-12-15/2021-09"),
        ("c. 2022 (one flight, 48 persons)", "2022"),
        ("2019+", "2019"),
        ("", None),
        ("opened", None),
        ("current", None),
        ("2024-13", None),
        ("2024-02-30", None),
        ("2021-23", None),
    ],
)
def test_a_free_period_is_iso_or_none(written: str, period: str | None) -> None:
    assert period_of(written) == period


@pytest.mark.parametrize(
    ("period", "note", "span"),
    [
        ("2023-12-31", "cumulative since end 2022", "2022/2023-12-31"),
        ("2022-09", "cumulative 2019 to September 2022", "2019/2022-09"),
        ("2023-12", "courses, cumulative from 2022", "2022/2023-12"),
        ("2024-10-31", "signed from January to 31 October 2024", "2024-01/2024-10-31"),
        ("2023-09", "August 2022 to September 2023", "2022-08/2023-09"),
        ("2022-10-28", "FLOW: persons hosted during the year", "2022-01-01/2022-10-28"),
        ("2021", "FLOW: persons hosted during the year", "2021"),
        ("2017/2021", "cumulative since 2016", "2017/2021"),
        ("2024", "rounded", "2024"),
    ],
)
def test_a_flow_has_the_span_it_was_counted_over(period: str, note: str, span: str) -> None:
    assert span_of(period, note) == span


@pytest.mark.parametrize(
    "note",
    ["'mehr als'; advised", "'plus de'", "more than 100 persons", "without the Flemish office"],
)
def test_more_than_a_number_is_a_lower_end_without_a_value(note: str) -> None:
    said = say(note)
    assert (said.value, said.lower, said.obs_status) == (None, 100, "U")


def test_a_rounded_figure_keeps_its_value() -> None:
    said = say("'rund'; courses")
    assert (said.value, said.lower, said.obs_status) == (100, None, "A")
    assert said.note == "rounded on the page; courses"


@pytest.mark.parametrize(
    ("note", "period", "status", "evidence"),
    [
        ("regions from memory", "2024", "U", "published"),
        ("year inferred", "2024", "U", "published"),
        ("OPERATOR SEAT read from a name", "2024", "U", "published"),
        ("", "c. 2024", "U", "published"),
        ("", "2019+", "A", "published"),
        ("sum of two counties", "2024", "E", "estimated"),
        ("old counties; small border changes since", "2009", "E", "published"),
        ("read on the page", "2024", "A", "published"),
    ],
)
def test_doubts_and_sums_have_their_status(
    note: str, period: str, status: str, evidence: str
) -> None:
    said = say(note, period=period)
    assert (said.obs_status, said.evidence, said.value) == (status, evidence, 100)


def test_a_value_that_is_no_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        say("", value="none")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("FLOW, not stock; measure name NOT in the brief", "flow, not stock"),
        ("yearly survey (day not in the excerpt); all centres", "yearly survey; all centres"),
        ("supersedes the envelope in north.csv", "supersedes the envelope"),
        ("CLAIM; city point", "CLAIM"),
        ("list by city not in the stored excerpt", None),
        ("'up to'", "up to this"),
        ("(two teams)", "(two teams)"),
    ],
)
def test_remarks_on_the_transcription_are_not_for_readers(note: str, told: str | None) -> None:
    record = {"measure": "m", "territory_code": "AT", "period": "2024", "note": note}
    assert note_for(record) == told


def test_an_open_period_is_told_in_the_note() -> None:
    record = {"measure": "m", "territory_code": "CH", "period": "2019+", "note": "planning"}
    assert note_for(record) == "from 2019 on; planning"
