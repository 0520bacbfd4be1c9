"""A server runs for months: everything it remembers has a bound."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A decorator or class: the argument that bounds it, by its name, and by its place if it has one.
BOUNDS: dict[str, tuple[str, int | None]] = {
    "lru_cache": ("maxsize", 0),
    "per_language": ("most", 0),
    "cache_data": ("max_entries", None),
    "cache_resource": ("max_entries", None),
    "Kept": ("most", 0),
    "Spool": ("most", 0),
    "deque": ("maxlen", 1),
}
# Empty tables that a module fills while it runs, and what bounds each.
FILLED = {
    # These drop what is oldest beyond a number of theirs.
    ("ui/connection.py", "_NEWEST"),
    ("ui/out/count.py", "_COUNTED"),
    ("ui/reach/ways/reading.py", "_kept"),
}
EMPTY = {"dict", "list", "set", "defaultdict", "OrderedDict", "WeakKeyDictionary"}


def modules() -> list[Path]:
    """All that a server runs."""
    folders = [path for room in ("ui", "pages", "analysis") for path in (ROOT / room).rglob("*.py")]
    return [ROOT / "app.py", ROOT / "asgi.py", *sorted(folders)]


def name_of(node: ast.expr) -> str:
    """`cache_data` of `st.cache_data`, `Kept` of `Kept[K, V]`."""
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def number(node: ast.expr | None, constants: dict[str, ast.expr]) -> bool:
    """Whether a bound is a number, written here or above in the module."""
    if isinstance(node, ast.Name):
        return node.id in constants and number(constants[node.id], constants)
    if isinstance(node, ast.BinOp):
        return number(node.left, constants) and number(node.right, constants)
    return isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value > 0


def unbounded(source: str) -> Iterator[str]:
    """Caches of a module that have no bound."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if name_of(getattr(node, "func", tree)) == "Kept" and "from ui.kept import" not in source:
            continue  # another class of this name
        if isinstance(node, ast.Call) and (bound := BOUNDS.get(name_of(node.func))):
            word, place = bound
            given = next((each.value for each in node.keywords if each.arg == word), None)
            if given is None and place is not None and len(node.args) > place:
                given = node.args[place]
            # A decorator that takes its bound from its own caller is looked at there.
            passed_on = isinstance(given, ast.Name) and given.id == word
            if not passed_on and not number(given, constants):
                yield f"line {node.lineno}: {name_of(node.func)}"
        for each in getattr(node, "decorator_list", []):
            bare = not isinstance(each, ast.Call) and name_of(each) in BOUNDS
            # What takes nothing is remembered once.
            takes = isinstance(node, ast.FunctionDef) and bool(ast.unparse(node.args))
            if bare or (name_of(each) == "cache" and takes):
                yield f"line {node.lineno}: {name_of(each)}"


def filled(source: str) -> Iterator[str]:
    """Empty tables at the head of a module: somebody fills them."""
    for node in ast.parse(source).body:
        value = getattr(node, "value", None)
        empty = (isinstance(value, ast.Dict) and not value.keys) or (
            isinstance(value, ast.List) and not value.elts
        )
        if isinstance(value, ast.Call):
            empty = name_of(value.func) in EMPTY and not value.args
        if empty and isinstance(node, ast.Assign):
            yield name_of(node.targets[0])
        elif empty and isinstance(node, ast.AnnAssign) and name_of(node.annotation) != "Mapping":
            yield name_of(node.target)


def test_every_cache_has_a_bound() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := list(unbounded(path.read_text("utf-8"))))
    }
    assert found == {}


def test_no_table_of_a_module_grows_unseen() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in modules()
        for name in filled(path.read_text("utf-8"))
    }
    assert found == FILLED


@pytest.mark.parametrize(
    "line",
    [
        "@lru_cache\ndef f(x): ...",
        "@lru_cache(maxsize=None)\ndef f(x): ...",
        "@lru_cache(None)\ndef f(x): ...",
        "@functools.cache\ndef f(x): ...",
        "@st.cache_data\ndef f(x): ...",
        "@st.cache_resource(show_spinner=False)\ndef f(x): ...",
        "from ui.kept import Kept\nkept = Kept[str, str](MANY, str)",
        "last = deque()",
    ],
)
def test_a_cache_without_a_bound_is_seen(line: str) -> None:
    assert list(unbounded(line))


@pytest.mark.parametrize(
    "line",
    [
        "@lru_cache(maxsize=8)\ndef f(x): ...",
        "MANY = 8\n@lru_cache(MANY)\ndef f(x): ...",
        "@cache\ndef f(): ...",
        "@st.cache_data(max_entries=8, ttl=3)\ndef f(x): ...",
        "spool = Spool(4 << 30)",
    ],
)
def test_a_cache_with_a_bound_passes(line: str) -> None:
    assert not list(unbounded(line))


def test_a_table_that_is_filled_is_seen() -> None:
    found = filled("A: dict[str, int] = {}\nB = {'a': 1}\nC = defaultdict(list)\nD = []\nE = set()")
    assert list(found) == ["A", "D", "E"]
