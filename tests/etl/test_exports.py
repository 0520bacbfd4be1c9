"""python -m etl scenario: the files are the views' own, and a wrong file writes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from ui.export import frame_as_csv
from ui.out.views import VIEWS
from ui.store import current

WINTER = {"name": "Winter", "changes": [{"change": "arrive", "persons": 5000}]}
LESS = {"name": "Less: *all*", "changes": [{"change": "lose", "percent": 10, "only": ["NL"]}]}


def run(folder: Path, *options: str, **changed: Any) -> tuple[int, str]:
    """Work a file out into `folder/out`: exit code and what is said of errors."""
    about = {"format": "groundwork-scenario", "version": 1, "baseline": {"level": "0"},
             "plans": [WINTER, LESS]} | changed  # fmt: skip
    file = folder / "plans.json"
    file.write_text(json.dumps(about), "utf-8")
    result = CliRunner().invoke(
        app, ["scenario", str(file), "--out", str(folder / "out"), *options]
    )
    return result.exit_code, result.stderr


def test_the_files_are_the_bytes_of_the_views(served: Path, tmp_path: Path) -> None:
    assert run(tmp_path) == (0, "")
    out = tmp_path / "out"
    assert {each.name for each in out.iterdir()} == {
        "Winter-territories.csv", "Winter-ledger.csv", "Less-all-territories.csv",
        "Less-all-ledger.csv", "comparison.csv", "summary.json", "README.txt",
    }  # fmt: skip
    dataset = current("published")
    assert dataset is not None
    plan = "Winter:arrive.5000.unmet.residents;Less~3A *all*:lose.10.in.NL"
    values = {"level": "0", "plan": plan}
    for view, look, name in (("scenario", "2", "Less-all-territories"),
                             ("scenario-ledger", "1", "Winter-ledger"),
                             ("scenario-compared", "1", "comparison")):  # fmt: skip
        rows = VIEWS[view].take(dataset, {**values, "look": look} if look > "1" else values).frame()
        assert (out / f"{name}.csv").read_bytes() == frame_as_csv(rows)
    told = json.loads((out / "summary.json").read_text("utf-8"))
    assert [each["plan"] for each in told["plans"]] == ["Winter", "Less: *all*"]
    assert told["sources"] and all(each["licence"] for each in told["sources"])
    text = (out / "README.txt").read_text("utf-8")
    assert "people arrive" in text and "Winter" in text
    assert "whose gap is unknown" in text and "Licence: " in text and "**" not in text


def test_generated_figures_say_so_in_every_file(served_both: Path, tmp_path: Path) -> None:
    assert run(tmp_path, "--dataset", "demonstration") == (0, "")
    files = list((tmp_path / "out").iterdir())
    assert all(each.name.startswith("demo_") for each in files)
    assert all("generated figures" in each.read_text("utf-8-sig") for each in files)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": 2}, "version: 2 is not read here. This Groundwork reads version 1"),
        ({"plans": []}, "plans: there is no plan. Add one"),
        ({"plans": [{"name": "A", "changes": []}]}, "plans[0].changes: the plan has no change."),
        ({"plans": [WINTER, LESS | {"changes": [LESS["changes"][0] | {"only": ["XX"]}]}]},
         "no territory of this dataset: XX"),
        ({"baseline": {"level": "9"}}, "level: '9' is not on offer. On offer: 0, 1, 2, 3"),
        ({"dataset": {"kind": "own.secret"}}, "dataset: 'own.secret' is not on offer."),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_writes_nothing(
    served: Path, tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    code, error = run(tmp_path, **changed)
    assert code == 1 and said in error and str(tmp_path / "plans.json") in error
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_told(served: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    code, error = run(tmp_path)
    assert code == 1 and "is a file; name a folder" in error
    assert (tmp_path / "out").read_text() == "mine"
