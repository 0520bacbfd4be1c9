"""Alive is the process; ready is a dataset that opens, by its version, through a swap."""

import os
from pathlib import Path
from threading import Event

import anyio
import duckdb
import httpx
import pytest
from starlette.applications import Starlette

from tests.ui.api.conftest import HOST, asked
from ui.api import routes, work
from ui.server import ready


def dataset_at(path: Path) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute("create table source (source_id varchar)")
    return path


def lead_to(link: Path, file: Path) -> None:
    """What a build does last."""
    beside = link.with_name("link")
    beside.symlink_to(file.name)
    os.replace(beside, link)


@pytest.fixture
def link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    link = tmp_path / "published.duckdb"
    monkeypatch.setenv("GROUNDWORK_DATA", str(link))
    return link


@pytest.fixture
def app() -> Starlette:
    return Starlette(routes=ready.routes())


def said(app: Starlette, url: str = "/readyz") -> tuple[int, str]:
    """The status, and the version or why there is none."""
    answer = asked(app, url)
    assert answer.headers["cache-control"] == "no-store"
    body = answer.json()
    return answer.status_code, body.get("version") or body.get("detail") or body["status"]


def test_the_process_lives_without_a_dataset_and_is_not_ready(app: Starlette, link: Path) -> None:
    assert said(app, "/livez") == (200, "alive")
    status, why = said(app)
    assert status == 503 and "not been built" in why
    assert asked(app, "/readyz").headers["retry-after"] == "1"


def test_a_server_that_can_draw_no_map_is_not_ready(
    app: Starlette, link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link.symlink_to(dataset_at(link.with_name("published-0123456789ab.duckdb")).name)
    monkeypatch.setattr("ui.shapes.FOLDER", link.with_name("nowhere") / "static" / "shapes")
    status, why = said(app)
    assert status == 503 and "static/shapes" in why
    assert said(app, "/livez") == (200, "alive")


def test_ready_names_the_version_through_a_swap(app: Starlette, link: Path) -> None:
    link.symlink_to(dataset_at(link.with_name("published-0123456789ab.duckdb")).name)
    assert said(app) == (200, "0123456789ab")
    lead_to(link, link.with_name("published-ffffffffffff.duckdb"))
    status, why = said(app)  # the link leads to a file that is not there yet
    assert status == 503 and "replaced" in why
    dataset_at(link.with_name("published-ffffffffffff.duckdb"))
    assert said(app) == (200, "ffffffffffff")


def test_a_dataset_that_is_cut_off_is_not_ready(app: Starlette, link: Path) -> None:
    link.write_bytes(b"cut off")
    assert said(app) == (503, "The dataset published does not answer.")
    assert said(app, "/livez") == (200, "alive")


def test_nobody_waits_for_a_dataset_that_takes_long_to_open(
    link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link.symlink_to(dataset_at(link.with_name("published-0123456789ab.duckdb")).name)
    monkeypatch.setattr(ready, "PATIENCE", 0.05)
    go_on = Event()
    slow = ready.Ready(lambda _dataset: go_on.wait() and None)
    app = Starlette(routes=[ready._route("/readyz", slow)])
    try:
        assert said(app) == (503, "The dataset published is being opened.")
        assert said(app) == (503, "The dataset published is being opened.")  # and asks no second
    finally:
        go_on.set()


def test_it_is_answered_while_every_place_to_work_is_taken(link: Path) -> None:
    link.symlink_to(dataset_at(link.with_name("published-0123456789ab.duckdb")).name)
    app = Starlette(routes=routes.routes({}))

    async def all_taken() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 50_000))
        async with anyio.create_task_group() as group:
            for places in (work.READING, work.WRITING, work.DESCRIBING):
                for _ in range(places.at_once):
                    await group.start(held, places)
            async with httpx.AsyncClient(transport=transport, base_url=HOST) as client:
                answer = await client.get("/readyz")
            group.cancel_scope.cancel()
        return answer

    async def held(places: work.Places, *, task_status: anyio.abc.TaskStatus[None]) -> None:
        async with places.one():
            task_status.started()
            await anyio.sleep_forever()

    assert anyio.run(all_taken).status_code == 200
