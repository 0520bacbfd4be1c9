"""Messy files as people have them: each line is accepted, refused with a reason, or left out."""

import pytest

from tests.etl.intake.cases import CASES, Case
from tests.etl.intake.conftest import CORPUS, Look


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_file_gives_its_rows_and_refuses_the_rest(case: Case, look: Look) -> None:
    found = look(CORPUS / case.file, case.table, **case.settings)
    assert found["problem"] == ""
    assert tuple(each["setting"] for each in found["questions"]) == case.asked
    accepted = {row["line"]: row for row in found["accepted"]}
    assert list(accepted) == sorted(case.accepted)
    for line, expected in case.accepted.items():
        assert {name: accepted[line][name] for name in expected} == expected
    refused: dict[int, str] = {}
    for each in found["refused"]:
        refused[each["line"]] = f"{refused.get(each['line'], '')} {each['reason']}"
        assert each["mend"].endswith(".")
    assert list(refused) == sorted(case.refused)
    for line, words in case.refused.items():
        assert words in refused[line]
    assert tuple(each["line"] for each in found["left_out"]) == case.left_out


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_line_is_accounted_for(case: Case, look: Look) -> None:
    found = look(CORPUS / case.file, case.table, **case.settings)
    counts = found["counts"]
    assert counts["accepted"] + counts["refused"] + counts["left_out"] == counts["lines"]
    lines = [{each["line"] for each in found[part]} for part in ("accepted", "refused", "left_out")]
    assert [len(each) for each in lines] == [
        counts[part] for part in ("accepted", "refused", "left_out")
    ]
    assert len(set().union(*lines)) == counts["lines"]
    assert counts["rows"] == len(found["accepted"])


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_settings_of_a_report_read_the_file_the_same_way(case: Case, look: Look) -> None:
    first = look(CORPUS / case.file, case.table, **case.settings)
    again = look(CORPUS / case.file, case.table, **first["settings"])
    for part in ("accepted", "refused", "left_out", "counts"):
        assert again[part] == first[part]
    assert [q["setting"] for q in again["questions"]] == [q["setting"] for q in first["questions"]]


def test_a_line_with_a_column_for_each_year_is_a_row_for_each(look: Look) -> None:
    found = look(CORPUS / "a_column_for_each_year.csv")
    rows = [(row["line"], row["period"], row["value"]) for row in found["accepted"]]
    assert rows[:3] == [(4, "2022", "10"), (4, "2023", "20"), (4, "2024", None)]
    assert [(r["column"], r["raw"]) for r in found["refused"]] == [
        ("Posti 2023", "Toscana\t1\tzwei\t3")
    ]
    left = look(CORPUS / "a_column_for_each_year.csv", columns={"Posti 2022": ""})
    assert {row["period"] for row in left["accepted"]} == {"2023", "2024"}


def test_every_file_of_the_corpus_has_a_case() -> None:
    assert {path.name for path in CORPUS.iterdir()} == {case.file for case in CASES}
