"""Rows carry where they are from, and what is unknown stays unknown."""

from etl.sources.regional.rows import Line, funding, observation, set_aside, sponsorship
from etl.sources.transcribed_mapping import Figure, Money, Scheme
from tests.etl.sources.regional.conftest import Newer, Older

TARGET = Figure("reception_target_places", "asylum_applicants")


def test_a_figure_has_file_line_page_and_version(newer: Newer) -> None:
    row = observation(Line("file.csv", 7, newer(territory_code="UKC")), TARGET)
    assert (row["source_file"], row["source_line"], row["nuts_version"]) == ("file.csv", 7, "2021")
    assert str(row["source_id"]).startswith("page_")


def test_a_dutch_task_is_dated_by_the_day_it_is_due(older: Older) -> None:
    record = older(measure="spreidingswet_target_places", period="2024-02..2025-07")
    assert observation(Line("file.csv", 2, record), TARGET)["period"] == "2025-07-01"
    other = older(period="2024-02..2025-07")
    assert observation(Line("file.csv", 2, other), TARGET)["period"] == "2024-02/2025-07"


def test_a_scheme_has_the_number_its_page_gives_and_no_other(newer: Newer) -> None:
    line = Line("file.csv", 2, newer(value="12"))
    row = sponsorship(line, Scheme("scheme", "pledged_places"))
    assert (row["pledged_places"], row["arrivals_persons"], row["sponsor_groups"]) == (
        12,
        None,
        None,
    )


def test_money_is_committed_not_paid(newer: Newer) -> None:
    row = funding(Line("file.csv", 2, newer(value="1.5", period="2021-2027")), Money("F", "all"))
    assert (row["committed_eur"], row["paid_eur"], row["period"]) == (1.5, None, "2021/2027")


def test_a_row_set_aside_keeps_what_is_printed(newer: Newer) -> None:
    record = newer(
        territory_code="CH-AR-W", territory_name="Asylregion", value="1,280", period="", city="Bern"
    )
    row = set_aside(Line("file.csv", 3, record), "why")
    assert (row["territory_id"], row["territory_name"]) == ("CH", "Asylregion (Bern)")
    assert (row["value"], row["period"], row["reason"]) == ("1,280", None, "why")
    assert (row["measure"], row["group_name"]) == ("reception places", "asylum applicants")
