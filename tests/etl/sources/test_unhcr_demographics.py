"""Women and children: what is unknown makes an interval, and is never no children."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, LayoutError, Reading
from etl.sources import unhcr_demographics

PutRecords = Callable[..., Path]
FILE = "unhcr/demographics.jsonl"
AGES = ("0_4", "5_11", "12_17", "18_59", "60")
REF, ASY = "refugees_persons", "asylum_seekers_pending_persons"


def record(
    asylum: str,
    origin: str,
    total: object,
    women: tuple[int, ...] = (),
    men: tuple[int, ...] = (),
    **more: object,
) -> dict[str, object]:
    """A record; `women` and `men` are their five age bands and how many are of no known age."""
    sexes: dict[str, object] = {}
    for sex, bands in (("f", women or (0,) * 6), ("m", men or (0,) * 6)):
        sexes |= {f"{sex}_{age}": n for age, n in zip((*AGES, "other"), bands, strict=True)}
        sexes[f"{sex}_total"] = sum(bands)
    return {
        "year": 2025, "coo": origin, "coa": asylum, "coa_iso": asylum, "coa_name": asylum,
        "pop_type": "REF", "location": "Dispersed", "loc_type": "V", "acc_type": "U",
        **sexes, "total": total, **more,
    }  # fmt: skip


@pytest.fixture
def reading(put_records: PutRecords, tmp_path: Path) -> Reading:
    put_records(
        FILE,
        [
            # Austria: everybody known; 1+2+3 girls, 4+5+6 boys, 30 women in all.
            record("AUT", "SYR", 75, (1, 2, 3, 20, 4, 0), (4, 5, 6, 25, 5, 0)),
            # France: sexes known, ages of nobody.
            record("FRA", "SYR", 50, (0, 0, 0, 0, 0, 20), (0, 0, 0, 0, 0, 30)),
            # Germany: one origin known (3 children of 10), one not at all (40).
            record("DEU", "SYR", 10, (1, 1, 0, 4, 0, 0), (1, 0, 0, 3, 0, 0)),
            record("DEU", "AFG", 40),
            # Latvia: nothing known of anybody.
            record("LVA", "UKR", 300),
            # Finland: two places, all known, nobody a child.
            record("FIN", "IRQ", 4, (0, 0, 0, 4, 0, 0), location="Helsinki", pop_type="ASY"),
            record("FIN", "IRQ", 6, (), (0, 0, 0, 5, 1, 0), location="Turku", pop_type="ASY"),
            record("AUT", "UNK", 900, pop_type="STA"),
            record("USA", "SYR", 10),
            record("SRB", "SYR", 10, coa_name="Serbia and Kosovo: S/RES/1244 (1999)"),
            record("EST", "UKR", "-"),
        ],
    )
    return unhcr_demographics.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "measure_id", "group_id"])


def test_where_everybody_is_known_it_is_a_figure(rows: pd.DataFrame) -> None:
    assert rows.loc[("AT", REF, "children"), "value"] == 21
    assert rows.loc[("AT", REF, "women"), "value"] == 30
    assert rows.loc[("FR", REF, "women"), "value"] == 20
    assert pd.isna(rows.loc[("AT", REF, "children"), "lower"])


def test_where_some_are_known_it_is_an_interval(rows: pd.DataFrame) -> None:
    """Of 50 people 7 are known to be adults: 3 to 43 children; 4 known to be men: 6 to 46."""
    children, women = (rows.loc[("DE", REF, group)] for group in ("children", "women"))
    assert (children["lower"], children["upper"]) == (3, 43)
    assert (women["lower"], women["upper"]) == (6, 46)
    assert pd.isna(children["value"])
    assert children["obs_status"] == "L"
    assert children["note"].startswith("age is not published for everybody")


@pytest.mark.parametrize("key", [("FR", REF, "children"), ("LV", REF, "children")])
def test_ages_that_are_all_zero_are_unknown_and_not_no_children(
    rows: pd.DataFrame, key: tuple[str, str, str]
) -> None:
    assert rows.loc[key, ["value", "lower", "upper"]].isna().all()
    assert rows.loc[key, "obs_status"] == "L"


def test_adults_only_are_no_children(rows: pd.DataFrame) -> None:
    assert rows.loc[("FI", ASY, "children"), "value"] == 0
    assert rows.loc[("FI", ASY, "women"), "value"] == 4
    assert "one country of origin" in rows.loc[("FI", ASY, "women"), "note"]


def test_every_record_accounts_for_itself(reading: Reading, rows: pd.DataFrame) -> None:
    assert set(rows.index.get_level_values("territory_id")) == {"AT", "FR", "DE", "LV", "FI"}
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 7,
        "left out: neither refugees nor asylum-seekers": 1,
        "left out: not a country of the map": 1,
        "left out: one figure for Serbia and Kosovo* together": 1,
        "left out: no total": 1,
    }


def test_a_new_kind_of_people_is_refused(put_records: PutRecords, tmp_path: Path) -> None:
    put_records(FILE, [record("AUT", "SYR", 5, pop_type="NEW")])
    with pytest.raises(LayoutError, match="record 1: pop_type 'NEW' is not one of ASY"):
        unhcr_demographics.read(tmp_path)
