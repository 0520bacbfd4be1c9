"""Long work beside the page: it says how far it is, ends when it is told to, keeps no half."""

import threading

import pytest

from analysis.catchment.model import StoppedError
from ui.reach.working import Work

LONG = 30.0


def test_what_comes_of_it_is_given_once_it_has_ended() -> None:
    work = Work(lambda watch: watch(0.5) and 42)
    assert work.is_done(LONG)
    assert work.found() == 42
    assert work.share == 0.5


def test_it_tells_how_far_it_is_and_stops_when_told() -> None:
    begun, told = threading.Event(), threading.Event()

    def steps(watch):
        watch(0.25)
        begun.set()
        assert told.wait(LONG)
        if not watch(0.5):
            raise StoppedError
        return "whole"

    work = Work(steps)
    assert begun.wait(LONG)
    assert work.share == 0.25
    assert not work.is_done(0)
    work.stop()
    told.set()
    assert work.is_done(LONG)
    with pytest.raises(StoppedError):
        work.found()


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for() -> None:
    def wrong(watch):
        raise ValueError("no such thing")

    work = Work(wrong)
    assert work.is_done(LONG)
    with pytest.raises(ValueError, match="no such thing"):
        work.found()
