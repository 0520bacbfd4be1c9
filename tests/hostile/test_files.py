"""Files that are traps: each is refused in words, or every one of its lines is accounted for."""

import pytest

from tests.etl.intake.conftest import Look, look, territories  # noqa: F401 - fixtures
from tests.hostile.counts import Count
from tests.hostile.files import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])
def test_a_trap_has_its_outcome(case: Case, tmp_path, look: Look, count: Count) -> None:  # noqa: F811
    file = tmp_path / case.file
    case.write(file)
    found = look(file, case.table, **case.settings)
    counts = found["counts"]
    lost = counts["lines"] - counts["accepted"] - counts["refused"] - counts["left_out"]
    count.seen("silent losses", lost)
    assert lost == 0
    said = " ".join([found["problem"], *(each["reason"] for each in found["refused"])])
    asked = " ".join(each["text"] for each in found["questions"])
    if case.words:
        assert case.words in f"{said} {asked}"
    if case.good is not None:
        assert counts["accepted"] == case.good
    assert "Traceback" not in said and "Error:" not in said
