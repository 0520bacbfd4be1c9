"""A dataset that is replaced: who reads it reads it to the end, and then its file is closed."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import duckdb
import pytest

from ui import connection
from ui.connection import held, holding, reading
from ui.opened import opened
from ui.store import Dataset, ask, current

OPEN_FILES = Path("/proc/self/fd")


def dataset_at(path: Path, title: str) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute("create table source (source_id varchar, title varchar)")
        con.execute("insert into source values ('a', ?)", [title])
    return path


@pytest.fixture
def link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a build leaves: a link to a file."""
    link = tmp_path / "published.duckdb"
    link.symlink_to(dataset_at(tmp_path / "one.duckdb", "first").name)
    monkeypatch.setenv("GROUNDWORK_DATA", str(link))
    return link


def publish(link: Path, name: str) -> None:
    dataset_at(link.with_name(f"{name}.duckdb"), name)
    beside = link.with_name("link")
    beside.symlink_to(f"{name}.duckdb")
    os.replace(beside, link)


def now() -> Dataset:
    found = current()
    assert found is not None
    return found


def title(dataset: Dataset) -> str:
    return str(ask(dataset, "source")["title"].item())


def is_open(path: str) -> bool:
    def leads_to(each: Path) -> bool:
        try:
            return str(each.readlink()).removesuffix(" (deleted)") == path
        except OSError:
            return False

    return any(map(leads_to, OPEN_FILES.iterdir()))


@pytest.fixture
def on_linux() -> Iterator[None]:
    if not OPEN_FILES.is_dir():
        pytest.skip("open files are listed on Linux only")
    yield


def test_a_replaced_dataset_is_closed(link: Path, on_linux: None) -> None:
    before = now()
    assert title(before) == "first"
    assert is_open(before.path)
    publish(link, "second")
    assert title(now()) == "second"
    assert not is_open(before.path)
    assert is_open(now().path)


def test_a_page_reads_the_dataset_it_began_with_though_its_file_is_gone(
    link: Path, on_linux: None
) -> None:
    before = now()
    with holding(before):
        publish(link, "second")
        Path(before.path).unlink()
        assert now() != before
        assert opened() == before == held()
        assert title(before) == "first"
        with reading(before) as cursor:
            assert cursor.execute("select title from source").fetchone() == ("first",)
        # Another page, begun now, has the new one.
        assert title(now()) == "second"
        assert is_open(before.path)
    assert held() is None
    assert opened() == now() != before
    assert not is_open(before.path)


def test_rows_that_are_being_sent_are_sent_to_the_end(link: Path, on_linux: None) -> None:
    before = now()
    with reading(before) as cursor:
        publish(link, "second")
        assert title(now()) == "second"
        assert cursor.execute("select title from source").fetchone() == ("first",)
    del cursor
    assert not is_open(before.path)


def test_a_replaced_dataset_that_is_asked_again_does_not_stay_open(
    link: Path, on_linux: None
) -> None:
    before = now()
    publish(link, "second")
    now()
    assert title(before) == "first"
    assert not is_open(before.path)


def test_going_back_to_an_older_dataset_opens_it_for_good(link: Path, on_linux: None) -> None:
    first = now()
    publish(link, "second")
    now()
    back = link.with_name("back")
    back.symlink_to("one.duckdb")
    os.replace(back, link)
    assert now() == first
    assert title(now()) == "first"
    assert is_open(first.path)


def test_many_who_ask_at_once_open_one_connection(
    link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset, made = now(), []
    connect = connection._connect
    monkeypatch.setattr(connection, "_connect", lambda each: made.append(each) or connect(each))
    ready, said = Barrier(8), list[str]()

    def ask_at_once() -> None:
        ready.wait()
        said.append(title(dataset))

    threads = [Thread(target=ask_at_once) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert said == ["first"] * 8
    assert made == [dataset]


def test_what_cannot_be_opened_is_tried_again(link: Path) -> None:
    dataset = now()
    whole = Path(dataset.path).read_bytes()
    Path(dataset.path).write_bytes(whole[:100])
    with pytest.raises(duckdb.Error), holding(dataset):
        pass
    Path(dataset.path).write_bytes(whole)
    assert title(dataset) == "first"
