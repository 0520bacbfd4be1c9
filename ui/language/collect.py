"""Which messages the code has: the keys of every catalogue."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_MARKED = ("app.py", "etl/intake", "pages", "ui")
# Words that other rooms keep in tables, which pages show: every text in these files is collected.
TABLES: tuple[str, ...] = (
    "analysis/corrections.py",
    "analysis/fund_calendar.py",
    "analysis/fund_series.py",
    "analysis/hospital_care.py",
    "analysis/need.py",
    "analysis/patchwork.py",
    "analysis/people_hosted.py",
    "analysis/places_asked.py",
    "analysis/plan.py",
    "analysis/practice.py",
    "analysis/protection_need.py",
    "analysis/reception_places.py",
    "analysis/safeguards.py",
    "analysis/standard.py",
    "analysis/standards.py",
    "etl/measures",
)
_SAYS_SOMETHING = re.compile(r"[A-Za-zÀ-ž]{2,}")
_IS_CODE = re.compile(r"[a-z0-9_.{}+\-]*_[a-z0-9_.{}+\-]*|[A-Z]{2}[A-Z0-9_]*")


@dataclass(frozen=True)
class Message:
    """A message: its English, its plural where it counts, and the file it stands in."""

    text: str
    many: str
    file: str


class GluedMessageError(ValueError):
    """A marked message that is glued or worked out: no catalogue can have it."""


def messages() -> dict[str, Message]:
    """All messages by their English, in the order of the code."""
    found: dict[str, Message] = {}
    for path in _files(_MARKED):
        for text, many in marked(path.read_text("utf-8"), _named(path)):
            known = found.get(text)
            if known is None or (many and not known.many):
                found[text] = Message(text, many, _named(path))
    for path in _files(TABLES):
        for text in told(path.read_text("utf-8")):
            found.setdefault(text, Message(text, "", _named(path)))
    return found


def marked(source: str, file: str = "") -> Iterator[tuple[str, str]]:
    """Messages that a module marks, each with its plural or ''.

    >>> list(marked('_("In {unit}.", unit=u); n_("a day", "{count} days", n)'))
    [('In {unit}.', ''), ('a day', '{count} days')]
    >>> list(marked('Words({"gap": "Gap"}); later("Map form"); _(label)'))
    [('Gap', ''), ('Map form', '')]
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name, args = getattr(node.func, "id", ""), node.args
        if name in ("_", "later", "say") and args:
            if text := _written(args[0], node, file):
                yield text, ""
        elif name in ("n_", "plural") and not isinstance(args[0], ast.Starred):
            if text := _written(args[0], node, file):
                yield text, _written(args[1], node, file)
        elif name == "Words" and args:
            values = args[0].values if isinstance(args[0], ast.Dict) else [args[0]]
            for each in values:
                yield from ((text, "") for text in _texts(each))


def told(source: str) -> Iterator[str]:
    """Every text of a module of tables that says something: no docstring, no code.

    >>> list(told('LABELS = {"all_protection": "In need of protection"}'))
    ['In need of protection']
    """
    tree = ast.parse(source)
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    pieces = {id(p) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
              for p in node.values}  # fmt: skip
    for node in ast.walk(tree):
        text = getattr(node, "value", None)
        if isinstance(text, str) and id(node) not in documents | pieces and _is_told(text):
            yield text


def _is_told(text: str) -> bool:
    return bool(_SAYS_SOMETHING.search(text)) and not _IS_CODE.fullmatch(text)


def _written(node: ast.expr, call: ast.Call, file: str) -> str:
    """The text of a literal; '' for a name, which is turned where it is shown."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        raise GluedMessageError(
            f"{file}, line {call.lineno}: a message for translation is written out in one piece, "
            'with {names} filled in by arguments: _("In {unit}.", unit=unit).'
        )
    return ""


def _texts(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value:
            yield each.value


def _files(rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        path = ROOT / room
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
