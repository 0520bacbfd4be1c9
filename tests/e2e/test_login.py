"""A site whose readers log in: two server processes at one address, and a provider of logins."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.e2e.conftest import serving
from tests.e2e.front import Front, fronted
from tests.e2e.screen import opened, still
from ui.login import SWITCH, folder_of

pytest.importorskip("authlib", reason="Authlib is not installed; logins cannot be tried")
from tests.e2e import provider as oidc

COOKIE_SECRET = "a cookie secret that both processes share"
WORKSPACE = "own.tyrol"
ROWS = f"/api/v1/views/gaps.json?data={WORKSPACE}"


@dataclass(frozen=True)
class Site:
    """Its address, the two processes behind it, its provider, and where it keeps workspaces."""

    address: str
    front: Front
    ports: tuple[int, int]
    provider: oidc.Provider
    workspaces: Path

    def give(self, person: str, dataset: Path) -> None:
        """A workspace of a person's own."""
        folder = self.workspaces / folder_of(self.provider.address, person)
        folder.mkdir(exist_ok=True)
        (folder / f"{WORKSPACE.replace('.', '_')}.duckdb").symlink_to(dataset.resolve())


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    place = tmp_path_factory.mktemp("site")
    with ExitStack() as running:
        provider = running.enter_context(oidc.provided())
        front = running.enter_context(fronted())
        address = f"http://127.0.0.1:{front.port}"
        secrets = place / "secrets.toml"
        secrets.write_text(
            f'[auth]\nredirect_uri = "{address}/oauth2callback"\n'
            f'cookie_secret = "{COOKIE_SECRET}"\n'
            f'client_id = "{oidc.CLIENT}"\nclient_secret = "{oidc.SECRET}"\n'
            f'server_metadata_url = "{provider.address}/.well-known/openid-configuration"\n'
        )
        environment = {
            "GROUNDWORK_DATA": str(published), "GROUNDWORK_WORKSPACES": str(place), SWITCH: "1",
        }  # fmt: skip
        one, two = (
            running.enter_context(serving(environment, f"--secrets.files={secrets}"))
            for _ in range(2)
        )
        front.turn(one)
        yield Site(address, front, (one, two), provider, place)


@pytest.fixture(autouse=True)
def as_at_first(site: Site) -> None:
    site.provider.person, site.provider.fault = "anna", ""
    site.front.turn(site.ports[0])


def log_in(page: Page) -> None:
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    still(page)


def kinds_sent(address: str, page: str, query: str) -> set[str]:
    """What a server sends to one who has not logged in and speaks to it without a browser."""
    ask = BackMsg()
    ask.rerun_script.page_name, ask.rerun_script.query_string = page, query
    kinds: set[str] = set()
    with connect(f"ws://{address}/_stcore/stream", subprotocols=["streamlit"]) as socket:  # type: ignore[list-item]
        socket.send(ask.SerializeToString())
        while True:
            message = ForwardMsg.FromString(bytes(socket.recv(60)))
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                kinds.add(str(message.delta.new_element.WhichOneof("type")))
            elif kind == "script_finished" and message.script_finished == (
                ForwardMsg.FINISHED_SUCCESSFULLY
            ):
                return kinds


def test_nobody_sees_anything_before_the_login(site: Site, published: Path, page: Page) -> None:
    site.give("clara", published)
    # The first that this process is asked for is a page behind a link, not the front page.
    for port in site.ports:
        for name in ("gaps", "", "figures"):
            sent = kinds_sent(f"127.0.0.1:{port}", name, f"data={WORKSPACE}")
            assert sent <= {"html", "heading", "markdown", "button"}
        assert httpx.get(f"http://127.0.0.1:{port}{ROWS}").status_code == 400
    opened(page, f"{site.address}/gaps?data={WORKSPACE}")
    expect(page.get_by_role("button", name="Log in")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(1)
    assert "tyrol" not in page.inner_text("body")


def test_each_has_workspaces_of_her_own_at_both_processes(
    site: Site, published: Path, page: Page
) -> None:
    site.give("anna", published)
    opened(page, f"{site.address}/sources?data={WORKSPACE}")
    log_in(page)
    # Back where she began, at her own figures.
    assert page.url == f"{site.address}/sources?data={WORKSPACE}"
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar).to_contain_text("Own: tyrol")
    site.front.turn(site.ports[1])
    opened(page, page.url)
    expect(sidebar).to_contain_text("Own: tyrol")
    # The data routes know nobody.
    assert page.request.get(f"{site.address}{ROWS}").status == 400
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("button", name="Log in")).to_be_visible()

    site.provider.person = "berta"
    log_in(page)
    for port in site.ports:
        site.front.turn(port)
        opened(page, f"{site.address}/sources?data={WORKSPACE}")
        expect(sidebar).to_contain_text("Published")
        assert "tyrol" not in page.inner_text("body")
        assert page.request.get(f"{site.address}{ROWS}").status == 400


@pytest.mark.parametrize("fault", [oidc.SIGNATURE, oidc.MUTE, *oidc.CLAIMS])
def test_a_login_that_cannot_be_believed_lets_nobody_in(site: Site, fault: str) -> None:
    site.provider.fault = fault
    status, address, let_in = came_to(site)
    assert (status, address, let_in) == (200, f"{site.address}/gaps?level=0&login=failed", False)


def test_a_login_that_works_lets_in(site: Site) -> None:
    assert came_to(site) == (200, f"{site.address}/gaps?level=0", True)


def test_a_login_that_fails_is_told_and_shows_no_page(site: Site, page: Page) -> None:
    opened(page, f"{site.address}/gaps?level=0")
    for fault, said in ((oidc.DOWN, "does not answer"), (oidc.REFUSED, "refused or broken off")):
        site.provider.fault = fault
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_test_id("stAlert")).to_contain_text(said)
        expect(page.get_by_role("button")).to_have_count(1)
    site.provider.fault = ""
    log_in(page)
    assert page.url.startswith(f"{site.address}/gaps?level=0") and "login=" not in page.url


def came_to(site: Site) -> tuple[int, str, bool]:
    """Log in without a browser: the last answer, its address, and whether it is for somebody."""
    from joserfc import jwk, jwt

    claims = {"provider": "default", "exp": int(time.time()) + 60}
    token = jwt.encode({"alg": "HS256"}, claims, jwk.OctKey.import_key(COOKIE_SECRET))
    cookies = SimpleCookie[str]()
    address, came = f"{site.address}/auth/login?provider={token}", f"{site.address}/gaps?level=0"
    while True:
        sent = "; ".join(f"{name}={each.value}" for name, each in cookies.items())
        answer = httpx.get(address, headers={"Cookie": sent, "Referer": came})
        for line in answer.headers.get_list("set-cookie"):
            cookies.load(line)
        if answer.status_code != 302:
            mark = cookies.get("_streamlit_user")
            return answer.status_code, address, mark is not None and bool(mark.value)
        address = str(answer.url.join(answer.headers["location"]))
