"""The doors of the house: who may import whom, and which libraries belong to which room."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = {
    # room: rooms it may import besides itself
    "app": {"ui"},
    "asgi": {"ui"},
    "pages": {"ui", "analysis"},
    "ui": {"analysis"},
    "etl": {"analysis"},
    "analysis": set(),
}
# A view is worked out in one place: the command line asks for it there, and only from here.
DOORS = {ROOT / "etl/taking.py": {"ui"}}
LIBRARIES = {
    # library: rooms that may import it
    "streamlit": {"app", "asgi", "pages", "ui"},
    "starlette": {"asgi", "ui"},
    "duckdb": {"etl", "ui"},
    "pydeck": {"ui"},
    "geopandas": {"etl"},
    "numba": {"analysis"},
    "httpx": {"etl"},
    "requests": set(),
    "urllib.request": {"etl"},
    "http.client": {"etl"},
    "socket": {"etl"},
    "sqlglot": {"etl"},
    "pyspark": {"etl"},
}
# Analysis takes frames and gives frames: it opens nothing.
OPENERS = {"open", "read_text", "write_text", "read_bytes", "read_csv", "read_parquet", "to_csv"}


def files(room: str) -> list[Path]:
    single = ROOT / f"{room}.py"
    return [single] if single.exists() else sorted((ROOT / room).rglob("*.py"))


def imports(source: str) -> set[str]:
    """What a module imports, wherever in the module it does: `a.b.c` is also `a.b` and `a`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {part for alias in node.names for part in parts(alias.name)}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            for alias in node.names:
                names |= parts(f"{node.module}.{alias.name}")
    return names


def parts(name: str) -> set[str]:
    """A dotted name and all it begins with."""
    words = name.split(".")
    return {".".join(words[:end]) for end in range(1, len(words) + 1)}


def trespasses(room: str, path: Path, source: str) -> set[str]:
    """What a module of `room` imports though it may not."""
    found = imports(source)
    rooms = (found & set(ROOMS)) - ROOMS[room] - {room} - DOORS.get(path, set())
    return rooms | {name for name in found if room not in LIBRARIES.get(name, set(ROOMS))}


def opened(source: str) -> set[str]:
    """Calls that open a file."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = {
        call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls
    }
    return names & OPENERS


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_keeps_to_its_doors(room: str) -> None:
    paths = files(room)
    assert paths
    assert {str(p): t for p in paths if (t := trespasses(room, p, p.read_text("utf-8")))} == {}


def test_analysis_opens_nothing() -> None:
    assert {str(p): o for p in files("analysis") if (o := opened(p.read_text("utf-8")))} == {}


def test_only_the_fetch_touches_the_network() -> None:
    outside = [path for path in files("etl") if (ROOT / "etl/fetch") not in path.parents]
    network = {"httpx", "requests", "urllib.request", "http.client", "socket"}
    found = {str(p): n for p in outside if (n := imports(p.read_text("utf-8")) & network)}
    # The lock says on which host its holder runs.
    assert found == {str(ROOT / "etl/turn.py"): {"socket"}}


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("pages", "import duckdb"),
        ("pages", "from etl.build import build"),
        ("analysis", "import streamlit as st"),
        ("analysis", "def f():\n    from ui.store import ask"),
        ("ui", "import geopandas"),
        ("ui", "from urllib import request"),
        ("ui", "import urllib.request"),
        ("etl", "import ui.words"),
    ],
)
def test_a_trespass_is_seen(room: str, line: str) -> None:
    assert trespasses(room, ROOT / room / "any.py", line)


def test_an_opened_file_is_seen() -> None:
    assert opened("import pandas as pd\npd.read_csv('x')") == {"read_csv"}


def test_pages_read_as_prose() -> None:
    long = {
        p.name: n for p in files("pages") if (n := len(p.read_text("utf-8").splitlines())) > 120
    }
    assert long == {}


def test_every_statement_says_its_grain_first() -> None:
    """A file of SQL opens with what one row of its table is; files that make several say each."""
    folders = (ROOT / "etl/sql", ROOT / "ui/sql", ROOT / "ui/out/sql")
    paths = [path for folder in folders for path in folder.rglob("*.sql")]
    assert len(paths) > 20
    silent = [
        path.name
        for path in paths
        if not path.read_text("utf-8").startswith(("-- one row", "-- tables that Python fills"))
    ]
    assert silent == []


def test_marts_keep_to_what_both_engines_answer_alike() -> None:
    """etl/sql/PORTABLE.md says what that is; every mart is a step that either engine can run."""
    from etl.build import STEPS
    from etl.engine.portable import faults
    from etl.engine.query import Query

    queries = {step.file: step.text for _, step in STEPS if isinstance(step, Query)}
    marts = {f"marts/{path.name}" for path in (ROOT / "etl/sql/marts").glob("*.sql")}
    assert marts - set(queries) == set()
    assert {file: told for file, text in queries.items() if (told := faults(text))} == {}
