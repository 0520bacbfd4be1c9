"""The EU's consultation of 2020 and its expert group: what their pages state, and no more."""

from pathlib import Path

import pandas as pd

from etl import contract
from etl.sources import eu_participation
from etl.validate import conform, faults

READING = eu_participation.read(Path("/nowhere"))


def test_the_consultation_is_as_stated() -> None:
    (row,) = READING.tables["consultation"].to_dict("records")
    assert row["replies"] == 864
    assert row["territory_id"] == "EU27_2020" and row["level"] == "eu"
    assert row["period"] == "2020-07-22/2020-10-21"
    assert "24 November 2020" in row["outcome"]
    assert "newcomer_replies" not in row


def test_who_of_the_group_is_a_newcomer_is_not_made_up() -> None:
    rows = READING.tables["participation"].set_index("period")
    assert rows["seats"].to_dict() == {"2020": 24, "2025": 22}
    assert "newcomer_seats" not in rows and "meetings" not in rows
    assert rows["note"].str.contains("power read by Groundwork").all()


def test_every_row_keeps_to_the_contract_and_names_its_page() -> None:
    pages = set(READING.tables["source"]["source_id"])
    for name in ("consultation", "participation", "organisation"):
        table = contract.BY_NAME[name]
        rows = conform(table, pd.DataFrame(READING.tables[name]))
        assert faults(table, rows, {"source_id": frozenset(pages)}).empty
        assert rows["source_line"].notna().all()
    assert sum(READING.outcomes.values()) == 3


def test_who_asked_is_an_organisation_of_the_eu() -> None:
    (row,) = READING.tables["organisation"].to_dict("records")
    assert (row["organisation_id"], row["actor"], row["level"]) == (
        "eu_european_commission", "public", "eu",
    )  # fmt: skip
