"""The empty file of a table asks for what the contract does, and for nothing we fill in."""

import ast
import io
from pathlib import Path

import pandas as pd
import pytest

from etl import contract
from ui.add.example import EXAMPLES
from ui.add.kinds import of_table
from ui.area.own import empty_file, template
from ui.partnership import tables as partnership
from ui.sponsorship import nothing as sponsorship
from ui.store import Dataset, current


@pytest.fixture
def opened(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


@pytest.mark.parametrize("table", ["sponsorship", "partnership", "funding", "facility"])
def test_the_file_has_the_contract_s_columns(opened: Dataset, table: str) -> None:
    filled_in = {"source_id", "evidence", "source_file", "source_line"}
    asked = [c.name for c in contract.BY_NAME[table].columns if c.name not in filled_in]
    read = pd.read_csv(io.BytesIO(empty_file(opened, table)), encoding="utf-8-sig")
    assert list(read.columns) == asked
    assert read.empty


def test_what_must_be_there_is_said(opened: Dataset) -> None:
    required = template(opened, "funding").set_index("column_name")["required"]
    assert required["fund_id"] and required["territory_id"]
    assert not required["committed_eur"] and not required["obs_status"]


def test_pages_invite_only_what_can_be_added() -> None:
    invited = {*sponsorship.OWN, *partnership.OWN, *_invited_by_pages()}
    assert "digital_service" in invited
    assert {table for table in invited if of_table(table) is None} == set()
    assert invited <= set(EXAMPLES)


def _invited_by_pages() -> set[str]:
    """Tables that pages name themselves where they invite."""
    found: set[str] = set()
    for page in (Path(__file__).parents[3] / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(page.read_text("utf-8"))):
            call = node.func if isinstance(node, ast.Call) else None
            if isinstance(call, ast.Attribute) and call.attr == "invite":
                told = node.args[1]  # type: ignore[attr-defined]
                keys = told.keys if isinstance(told, ast.Dict) else []
                found |= {ast.literal_eval(key) for key in keys if key is not None}
    return found
