"""Folders of ours go with their owner; what a killed one left goes at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.out.scratch import PREFIX, Scratch, scratch, sweep

HOLD = "from ui.out.scratch import Scratch; print(Scratch().path, flush=True); input()"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_goes_with_its_use(place: Path) -> None:
    with scratch() as folder:
        (folder / "rows").write_bytes(b"x")
        assert sweep() == 0
        assert (folder / "rows").exists()
    assert list(place.iterdir()) == []


def test_what_a_killed_owner_left_is_removed_and_what_is_held_stays(place: Path) -> None:
    env = os.environ | {"TMPDIR": str(place)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as other:
        folder = Path(other.stdout.readline().decode().strip())
        assert sweep() == 0
        other.send_signal(signal.SIGKILL)
    assert folder.parent == place
    assert sweep() == 1
    assert not folder.exists()


def test_what_is_not_ours_is_left_alone(place: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for folder in (elsewhere, place / f"{PREFIX}linked"):
        folder.mkdir(exist_ok=True)
        (folder / "rows").write_bytes(b"x")
    (elsewhere / "owner").touch()
    (place / f"{PREFIX}link").symlink_to(elsewhere)
    (place / f"{PREFIX}linked" / "owner").symlink_to(elsewhere / "owner")
    (place / f"{PREFIX}unknown").mkdir()
    (place / f"{PREFIX}file").touch()
    assert sweep() == 0
    assert (elsewhere / "rows").exists()


def test_only_folders_of_the_same_user_are_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    left = Scratch()
    os.close(left._held)
    with monkeypatch.context() as patch:
        patch.setattr("os.getuid", lambda: os.geteuid() + 1)
        assert sweep() == 0
    assert sweep() == 1
