"""Italy's reception contracts: certain ones counted once, buyers by the kind of body."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import anac

Put = Callable[[str, str], Path]
Row = dict[str, str]
JANUARY = "italy/anac/accoglienza_2024_01.csv"
COLUMNS = ("oggetto_lotto", *anac._COLUMNS)


def row(cig: str, **own: str) -> Row:
    """A contract of January 2024 that counts."""
    usual = {
        "oggetto_lotto": "accoglienza di A.B.",
        "cig": cig,
        "provincia": "COMO",
        "data_pubblicazione": "2024-01-31",
        "ESITO": "AGGIUDICATA",
        "confidenza": "certa",
        anac._BUYER: "COMUNE DI COMO",
        anac._BUYER_ID: "001",
    }
    return usual | own


ROWS = (
    row("A"),
    row("B", ESITO="", provincia="LECCO"),
    row("B", oggetto_lotto="the same under another CPV"),
    row("C", confidenza="probabile"),
    row("D", ESITO="DESERTA"),
    row("E", provincia=""),
    row(
        "F",
        provincia="TRENTO",
        **{anac._BUYER: "PROVINCIA AUTONOMA DI TRENTO", anac._BUYER_ID: "2"},
    ),
    row("G", **{anac._BUYER: "ASMEL CONSORTILE SOC. CONS. ARL", anac._BUYER_ID: "3"}),
)


@pytest.fixture
def read(put: Put, tmp_path: Path) -> Callable[..., Reading]:
    def write_and_read(*rows: Row, columns: tuple[str, ...] = COLUMNS) -> Reading:
        for file in anac._FILES:
            held = rows if file == JANUARY else ()
            lines = [",".join(r[name] for name in COLUMNS) for r in held]
            put(file, "\n".join((",".join(columns), *lines)) + "\n")
        return anac.read(tmp_path)

    return write_and_read


def test_certain_contracts_are_counted_once_by_province_and_year(read: Any) -> None:
    """Counted: A, G in Como, B in Lecco, F in Trento, and E in no province: 5 in Italy."""
    frame = read(*ROWS).tables["observation"]
    assert frame.set_index(["territory_id", "period"])["value"].to_dict() == {
        ("ITC42", "2024"): 2,
        ("ITC43", "2024"): 1,
        ("ITH20", "2024"): 1,
        ("IT", "2024"): 5,
    }
    notes = frame.set_index("territory_id")["note"]
    assert notes["IT"].endswith("without a province, of these: 1")
    assert "counted for the country only: 1" in notes["ITC42"]
    assert set(frame["evidence"]) == {"estimated"}


def test_contracts_are_neither_places_nor_presence_nor_money() -> None:
    assert BY_ID["reception_contracts_count"].kind == "partnership"


def test_every_line_is_counted_by_what_became_of_it(read: Any) -> None:
    assert read(*ROWS).outcomes == {
        (JANUARY, LOADED): 5,
        (JANUARY, "left out: only probably about reception"): 1,
        (JANUARY, "left out: the same contract again"): 1,
        (JANUARY, "left out: ended without an award"): 1,
    }


def test_buyers_have_the_level_of_their_kind_and_the_place_of_their_contracts(read: Any) -> None:
    """Como: two placed contracts in two provinces of Lombardia, so the region."""
    frame = read(*ROWS).tables["organisation"].set_index("organisation_id")
    found = frame[["actor", "level", "territory_id"]].agg(tuple, axis=1).to_dict()
    assert found == {
        "it_001": ("public", "local", "ITC4"),
        "it_2": ("public", "regional", "ITH2"),
    }


def test_a_buyers_work_is_its_contracts_by_province_and_year(read: Any) -> None:
    """A in Como, B in Lecco, E in no province; G's buyer is of no known kind and not listed."""
    frame = read(*ROWS).tables["activity"]
    keys = ["organisation_id", "territory_id", "period"]
    assert frame.set_index(keys)["contracts"].to_dict() == {
        ("it_001", "ITC42", "2024"): 1,
        ("it_001", "ITC43", "2024"): 1,
        ("it_001", "IT", "2024"): 1,
        ("it_2", "ITH20", "2024"): 1,
    }
    assert set(frame["service"]) == {"reception"}
    assert "no province is named" in frame.set_index("territory_id").loc["IT", "note"]


def test_a_prefecture_is_seated_where_its_name_says(read: Any) -> None:
    office = {anac._BUYER: "PREFETTURA DI COMO", anac._BUYER_ID: "9", "provincia": "LECCO"}
    frame = read(row("A", **office)).tables["organisation"]
    assert frame["territory_id"].tolist() == ["ITC42"]


def test_the_list_of_buyers_is_not_complete_and_says_what_it_lacks(read: Any) -> None:
    (listed,) = read(*ROWS).tables["actor_list"].to_dict("records")
    assert (listed["territory_id"], listed["actor"], listed["complete"]) == ("IT", "public", False)
    assert "who was awarded" in listed["about"]


@pytest.mark.parametrize(
    ("own", "column"),
    [({"provincia": "GALLURA"}, "provincia"), ({"data_pubblicazione": "2023-01-31"}, "data_pubb")],
)
def test_a_line_alone_in_being_odd_is_rejected_without_its_title(
    read: Any, own: Row, column: str
) -> None:
    reading = read(row("A"), row("Z", **own))
    assert reading.outcomes == {(JANUARY, LOADED): 1, (JANUARY, REJECTED): 1}
    (refused,) = reading.rejected
    assert (refused["line"], refused["raw"]) == (3, "Z")
    assert str(refused["column_name"]).startswith(column)


@pytest.mark.parametrize(
    ("own", "named"),
    [
        ({"confidenza": "alta"}, "line 2: confidenza 'alta' is not known"),
        ({"ESITO": "SOSPESA"}, "line 2: ESITO 'SOSPESA' is not known"),
    ],
)
def test_a_new_code_stops_the_reading(read: Any, own: Row, named: str) -> None:
    with pytest.raises(LayoutError, match=named):
        read(row("A", **own))


def test_a_renamed_column_stops_the_reading(read: Any) -> None:
    renamed = tuple("sicurezza" if name == "confidenza" else name for name in COLUMNS)
    with pytest.raises(LayoutError, match="confidenza is missing"):
        read(columns=renamed)
