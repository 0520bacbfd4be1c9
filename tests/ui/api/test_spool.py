"""Files are kept up to a size, the least used go first, and one being read is read to its end."""

import pytest

from ui.api.spool import Spool, TooLargeError


def keep(spool: Spool, key: str, size: int) -> None:
    path = spool.writing()
    spool.write(path, iter([b"x" * size]))
    spool.keep(key, path, rows=1)


def held(spool: Spool, key: str) -> bool:
    found = spool.opened(key)
    if found:
        found[1].close()
    return found is not None


def test_the_least_used_goes_first():
    spool = Spool(100)
    keep(spool, "a", 40)
    keep(spool, "b", 40)
    assert held(spool, "a")
    keep(spool, "c", 40)
    assert [held(spool, key) for key in "abc"] == [True, False, True]
    assert spool.size == 80


def test_a_dropped_file_that_is_open_is_read_to_its_end():
    spool = Spool(100)
    keep(spool, "a", 50)
    _, handle = spool.opened("a")
    keep(spool, "b", 50)
    keep(spool, "c", 50)
    assert not held(spool, "a")
    with handle:
        assert handle.read() == b"x" * 50


def test_a_file_too_large_is_not_written_on():
    spool = Spool(100)
    path = spool.writing()
    with pytest.raises(TooLargeError):
        spool.write(path, (b"x" * 10 for _ in range(10**9)))
    spool.drop(path)
    assert not path.exists()


def test_a_file_somebody_removed_is_written_anew():
    spool = Spool(100)
    keep(spool, "a", 10)
    kept, handle = spool.opened("a")
    handle.close()
    kept.path.unlink()
    assert not held(spool, "a")
    keep(spool, "a", 10)
    assert held(spool, "a")


def test_the_same_key_is_kept_once():
    spool = Spool(100)
    keep(spool, "a", 10)
    keep(spool, "a", 20)
    assert spool.size == 20


def test_the_folder_goes_with_its_files_and_may_come_again():
    spool = Spool(100)
    keep(spool, "a", 10)
    folder = spool.writing().parent
    spool.clear()
    assert not folder.exists()
    keep(spool, "b", 10)
    assert [held(spool, key) for key in "ab"] == [False, True]
