"""The journal: nothing is lost, and nothing that was changed goes unsaid."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ui.corrections import journal
from ui.corrections.journal import JournalError

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "corrections.jsonl"


@pytest.fixture
def three(path: Path) -> Path:
    for number in range(3):
        journal.append(path, lambda _, number=number: {"number": number})
    return path


def numbers(path: Path) -> list[int]:
    return [record["number"] for record in journal.read(path).records]


def changed(path: Path, lines: list[bytes]) -> journal.Journal:
    path.write_bytes(b"".join(lines))
    return journal.read(path)


def test_no_file_is_no_entry(path: Path) -> None:
    assert journal.read(path) == journal.Journal()


def test_entries_come_back_in_their_order(three: Path) -> None:
    found = journal.read(three)
    assert numbers(three) == [0, 1, 2]
    assert (found.problems, found.broken) == ((), False)
    assert found.records[0]["before"] == journal.FIRST
    # What may hold addresses of people is for its owner alone.
    assert three.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_changed_line_is_told_and_nothing_can_be_added(three: Path, line: int) -> None:
    lines = three.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"number": ', b'"number": 9')
    found = changed(three, lines)
    assert found.broken and len(found.problems) == 1
    assert len(found.records) == 3
    with pytest.raises(JournalError, match="changed outside"):
        journal.append(three, lambda _: {"number": 3})
    assert three.read_bytes() == b"".join(lines)


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_line_taken_out_is_told(three: Path, line: int) -> None:
    lines = three.read_bytes().splitlines(keepends=True)
    del lines[line]
    found = changed(three, lines)
    assert found.broken and any("missing" in each or "gone" in each for each in found.problems)


def test_lines_that_change_places_or_are_no_entries_are_told(three: Path) -> None:
    first, second, third = three.read_bytes().splitlines(keepends=True)
    assert changed(three, [second, first, third]).broken
    found = changed(three, [first, b"not json\n", third])
    assert any("Line 2" in each and "cannot be read" in each for each in found.problems)
    assert len(found.records) == 2
    assert changed(three, [first, second, b"[1]\n"]).broken


def test_a_journal_that_was_emptied_is_told(three: Path) -> None:
    assert "its end is missing" in changed(three, []).problems[0]
    three.unlink()
    assert journal.read(three).broken


def test_a_lost_mark_is_told(three: Path) -> None:
    three.with_name(f"{three.name}.mark").unlink()
    assert "mark" in journal.read(three).problems[0]


@pytest.mark.parametrize(
    "mark",
    ['{"entries":-5,"last":"x"}', '{"entries":1e400,"last":"x"}', '{"entries":0,"last":""}',
     '{"a":' * 100_000, "[" * 900, "[]", "", "\\xff", '{"entries":true,"last":"%s"}' % ("0" * 64),
     '{"entries":3}', '{"entries":3.0,"last":null}', '{"entries":%s,"last":"x"}' % ("9" * 900)],
    ids=range(12),
)  # fmt: skip
def test_a_damaged_mark_is_told_and_nothing_is_lost(three: Path, mark: str) -> None:
    three.with_name(f"{three.name}.mark").write_text(mark, encoding="utf-8")
    found = journal.read(three)
    assert "mark" in found.problems[0] and "damaged" in found.problems[0]
    assert found.broken and numbers(three) == [0, 1, 2]
    with pytest.raises(JournalError, match="changed outside"):
        journal.append(three, lambda _: {"number": 3})
    three.unlink()
    assert "damaged" in journal.read(three).problems[0]


def test_a_mark_that_is_no_file_is_told(three: Path) -> None:
    mark = three.with_name(f"{three.name}.mark")
    mark.unlink()
    mark.mkdir()
    assert "damaged" in journal.read(three).problems[0]


def test_an_entry_whose_mark_was_not_yet_moved_counts(three: Path) -> None:
    """A crash after the entry and before its mark: the entry is whole, so it is kept."""
    mark = three.with_name(f"{three.name}.mark")
    before = mark.read_bytes()
    journal.append(three, lambda _: {"number": 3})
    mark.write_bytes(before)
    assert numbers(three) == [0, 1, 2, 3] and not journal.read(three).broken
    journal.append(three, lambda _: {"number": 4})
    assert numbers(three) == [0, 1, 2, 3, 4]


def test_a_half_written_line_is_set_aside_and_told(three: Path) -> None:
    whole = three.read_bytes()
    three.write_bytes(whole + b'{"number": 3, "bef')
    found = journal.read(three)
    assert numbers(three) == [0, 1, 2] and not found.broken
    assert "half written" in found.problems[0]
    journal.append(three, lambda _: {"number": 4})
    assert numbers(three) == [0, 1, 2, 4]
    assert three.with_name(f"{three.name}.cut").read_bytes() == b'{"number": 3, "bef\n'
    assert "set aside" in journal.read(three).problems[0]
    assert not journal.read(three).broken


def test_what_is_decided_of_the_entries_holds_when_one_is_added(three: Path) -> None:
    seen = []

    def refuse(records):
        seen.append(len(records))
        raise ValueError("no")

    before = three.read_bytes()
    with pytest.raises(ValueError, match="no"):
        journal.append(three, refuse)
    assert seen == [3] and three.read_bytes() == before


def test_sizes_have_a_limit(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(JournalError, match="too long"):
        journal.append(three, lambda _: {"number": "x" * journal.MOST_OF_ENTRY})
    monkeypatch.setattr(journal, "MOST_BYTES", three.stat().st_size + 20)
    with pytest.raises(JournalError, match="full"):
        journal.append(three, lambda _: {"number": 3})
    assert numbers(three) == [0, 1, 2]


def test_what_is_no_number_is_not_written(three: Path) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        journal.append(three, lambda _: {"number": float("nan")})
    assert numbers(three) == [0, 1, 2]


def test_two_processes_lose_nothing(path: Path) -> None:
    """Each adds 20 entries, and each entry counts those before it: the counts are 0 to 39."""
    program = (
        "import sys; from pathlib import Path; from ui.corrections import journal\n"
        "for i in range(20):\n"
        "    journal.append(Path(sys.argv[1]), lambda kept: {'who': sys.argv[2], "
        "'number': len(kept)})\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(path), who], cwd=ROOT)
        for who in ("one", "other")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    found = journal.read(path)
    assert (found.problems, numbers(path)) == ((), list(range(40)))
    assert [record["who"] for record in found.records].count("one") == 20
    assert all(json.loads(line) for line in path.read_text("utf-8").splitlines())
