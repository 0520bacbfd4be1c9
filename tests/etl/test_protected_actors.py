"""A protected organisation is counted where it may be, and named in no table."""

import pandas as pd

from etl.protected_actors import NAME, withheld

ORGANISATIONS = pd.DataFrame(
    {
        "organisation_id": ["secret-house", "town"],
        "name": ["House of Secret Street", "Town"],
        "actor": ["ngo", "public"],
        "level": ["local", "local"],
        "territory_id": ["DE212", "DE212"],
        "publish_level": ["nuts2", "point"],
        "note": ["behind the church", "plain"],
        "source_line": [2, 3],
    }
)
WORK = pd.DataFrame(
    {
        "organisation_id": ["secret-house", "secret-house", "town"],
        "territory_id": ["DE212", "DE213", "DE212"],
        "service": ["housing"] * 3,
        "period": ["2024"] * 3,
        "contracts": [1, 2, 3],
        "note": ["a", "b", "c"],
    }
)
SHARED = pd.DataFrame({"organisation_id": ["town", "town"], "partner_id": ["secret-house", "b"]})


def test_neither_name_nor_key_nor_note_nor_finer_place_is_left() -> None:
    tables = {"organisation": ORGANISATIONS, "activity": WORK, "partnership": SHARED}
    found = withheld(tables, "m")
    first, second = found["organisation"].to_dict("records")
    assert (first["organisation_id"], first["name"], first["territory_id"]) == (
        "m_protected_00001", NAME, "DE21",
    )  # fmt: skip
    assert first["note"] is None and first["source_line"] is None
    assert second == ORGANISATIONS.iloc[1].to_dict()
    # Its two districts are one region now, and its agreement is gone.
    assert found["activity"]["territory_id"].tolist() == ["DE21", "DE212"]
    assert found["activity"]["contracts"].tolist() == [None, 3]
    assert found["partnership"]["partner_id"].tolist() == ["b"]
    text = " ".join(str(frame.to_dict()) for frame in found.values())
    assert "secret-house" not in text and "Secret Street" not in text


def test_without_protected_ones_nothing_changes() -> None:
    tables = {"organisation": ORGANISATIONS.assign(publish_level="point")}
    assert withheld(tables, "m") is tables
