"""The loader runs beside the app, says what it does, and is ended when its time is over."""

import sys

import pytest

from ui.add import command
from ui.add.command import Command


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch):
    """Run a line of Python in place of the loader."""
    real = command.subprocess.Popen

    def popen(arguments, **options):
        assert arguments[:3] == [sys.executable, "-m", "etl"]
        return real([sys.executable, "-c", arguments[3]], **options)

    monkeypatch.setattr(command.subprocess, "Popen", popen)


def test_what_it_says_and_how_it_ends_is_told(says):
    run = Command(["print('one'); print('zwei ä'); raise SystemExit(75)"], 60)
    assert run.wait() == command.BUSY
    assert run.said() == ["one", "zwei ä"]
    assert not run.out_of_time and not run.is_running


def test_a_flood_of_words_blocks_nothing(says):
    run = Command(["[print('x' * 1000) for _ in range(5000)]; print('last')"], 60)
    assert run.wait() == 0
    assert run.said()[-1] == "last" and len(run.said()) <= 15


def test_it_is_ended_when_its_time_is_over(says):
    run = Command(["import time; time.sleep(600)"], 0.2)
    assert run.wait() != 0
    assert run.out_of_time


def test_who_stops_waiting_ends_it(says):
    run = Command(["import time; time.sleep(600)"], 600)
    run.stop()
    assert not run.is_running and not run.out_of_time
