"""What the deployment files name is there: programs, folders, ports, addresses, options."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from streamlit import config
from streamlit.web import cli

from tests.conftest import ROOT
from ui.api.routes import routes
from ui.login import SWITCH

DEPLOY = ROOT / "deploy"
HOME = "/srv/groundwork"


def unit() -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEPLOY / "groundwork@.service", "utf-8")
    return read


def text(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def test_the_unit_starts_what_there_is() -> None:
    service = unit()["Service"]
    program, *arguments = service["ExecStart"].split()
    assert program == f"{HOME}/.venv/bin/streamlit" and service["WorkingDirectory"] == HOME
    assert arguments[0] in cli.main.commands
    assert (ROOT / arguments[1]).is_file()
    options = [each.removeprefix("--").partition("=")[0] for each in arguments[2:]]
    assert options and set(options) <= set(config._config_options_template)
    assert "--server.port=%i" in arguments and "--server.address=127.0.0.1" in arguments


def test_the_unit_waits_for_a_route_that_there_is() -> None:
    address = unit()["Service"]["ExecStartPost"].split()[-1]
    assert address.startswith("http://127.0.0.1:%i/")
    assert address.removeprefix("http://127.0.0.1:%i") in paths()


def test_the_unit_may_write_where_the_app_writes() -> None:
    from ui.shapes import FOLDER
    from ui.store import workspaces_folder

    allowed = unit()["Service"]["ReadWritePaths"].split()
    for folder in (FOLDER, workspaces_folder()):
        assert f"{HOME}/{folder.relative_to(ROOT).as_posix()}" in allowed


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    file = tmp_path / "groundwork@8501.service"
    # Its program and user are those of another machine.
    said = text("groundwork@.service").replace(f"{HOME}/.venv/bin/streamlit", "/bin/true")
    file.write_text(said.replace("User=groundwork\n", ""))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)], check=False, capture_output=True,
        text=True,
    )  # fmt: skip
    assert file.name not in done.stderr


def test_the_proxy_knows_the_processes_and_routes_there_are() -> None:
    said = text("Caddyfile")
    ports = set(re.findall(r"127\.0\.0\.1:(\d+)", said))
    started = set(re.findall(r"groundwork@(\d+)", text("README.md")))
    assert ports == started and str(config.get_option("server.port")) in ports
    assert re.search(r"health_uri (\S+)", said)[1] in paths()
    hidden = re.search(r"@inside path (.*)", said)[1].split()
    assert (
        {"/livez", "/readyz"}
        <= set(hidden)
        <= paths() | {each for each in hidden if each.startswith("/_stcore/")}
    )
    assert "lb_policy cookie" in said


def test_the_proxy_takes_files_as_large_as_the_app_does() -> None:
    most = int(re.search(r"max_size (\d+)MB", text("Caddyfile"))[1])
    assert config.get_option("server.maxUploadSize") <= most <= 60


def test_the_image_has_the_files_and_the_port_it_names() -> None:
    said = text("Containerfile")
    for name in re.findall(r"^COPY (?:--\S+ )?(\S+) ", said, re.M):
        assert (ROOT / name).exists()
    port = re.search(r"EXPOSE (\d+)", said)[1]
    assert f"--server.port={port}" in said
    assert re.search(rf"127\.0\.0\.1:{port}(/\w+)", said)[1] in paths()
    assert re.search(r"USER (\w+)", said)[1] == "groundwork"


def test_the_secrets_have_what_a_login_needs() -> None:
    section = tomllib.loads(text("secrets.example.toml"))["auth"]
    assert {"redirect_uri", "cookie_secret", "client_id", "server_metadata_url"} <= set(section)
    assert section["redirect_uri"].endswith("/oauth2callback")
    assert SWITCH in text("README.md")


def test_the_page_about_it_names_every_file() -> None:
    said = text("README.md")
    others = {path.name for path in DEPLOY.iterdir()} - {"README.md"}
    assert {name for name in others if f"`{name}`" not in said} == set()


def paths() -> set[str]:
    """Addresses of our own."""
    return {str(getattr(each, "path", "")) for each in routes({})}
