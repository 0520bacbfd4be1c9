"""The data dictionary names everything the contract declares."""

from etl.contract import TABLES
from etl.dictionary import markdown
from etl.measures import MEASURES


def test_every_table_column_code_and_measure_is_in_it() -> None:
    text = markdown()
    for table in TABLES:
        section = text.split(f"## {table.name}\n")[1].split("\n## ")[0]
        assert table.grain in section
        for column in table.columns:
            assert f"| {column.name} | {column.type} |" in section
            assert all(code in section for code in column.codes or ())
    assert all(f"| {measure.measure_id} |" in text for measure in MEASURES)
