"""The inputs of the loaders' benchmark, small: ours and COPY both find what was put in."""

from pathlib import Path

from bench.loading import in_database, inputs


def test_a_wide_table_is_read_as_it_was_made(tmp_path: Path) -> None:
    truth = inputs.wide_table(tmp_path, 300, 0.1)
    assert truth["rows"] == 300 * len(inputs.PERIODS)
    assert 0 < truth["suppressed"] < truth["missing"] < truth["rows"] / 10
    ours = in_database.wide_ours(tmp_path / "wide.txt", tmp_path / "ours.duckdb")
    copy = in_database.wide_copy(tmp_path / "wide.clean.csv", tmp_path / "copy.duckdb")
    assert ours == copy == truth
    assert len((tmp_path / "wide.few.txt").read_text().splitlines()) == 1 + 30


def test_every_fault_put_into_a_register_is_refused(tmp_path: Path) -> None:
    truth = inputs.services(tmp_path, 2_400, 0.1)
    assert truth["refused"] == 12
    ours = in_database.services_ours(tmp_path / "services.txt", tmp_path / "ours.duckdb")
    copy = in_database.services_copy(tmp_path / "services.clean.csv", tmp_path / "copy.duckdb")
    assert ours == truth
    assert copy == {key: truth[key] for key in copy}
