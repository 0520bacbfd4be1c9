"""Own workspaces: where each keeps its files, what it holds, how a new one may be called."""

import re
import unicodedata
from datetime import datetime
from pathlib import Path

import pandas as pd

from ui.store import NAME, OWN, UNNAMED, ask, current, kinds, path_of, workspace_of

_ODD = re.compile(r"[^a-z0-9]+")
# Letters that are no letter with a mark.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "œ": "oe"})


def named(text: str) -> str:
    """The name of a workspace as written by a person, '' where it cannot be one.

    >>> named("Région Île-de-France 2025"), named("2025 plan"), named("groundwork")
    ('region_ile_de_france_2025', 'plan_2025', '')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in _ODD.split(bare) if word]
    first = next((i for i, word in enumerate(words) if word[0].isalpha()), None)
    if first is None:
        return ""
    name = "_".join([*words[first:], *words[:first]])[:40].rstrip("_")
    return name if re.fullmatch(NAME, name) and name != UNNAMED else ""


def own_kinds() -> list[str]:
    """The workspaces that have a dataset, as kinds of dataset."""
    return [kind for kind in kinds() if kind.split(".")[0] == OWN]


def folder_of(kind: str) -> Path:
    """Where a workspace keeps the files that were added to it."""
    dataset = path_of(kind)
    name = workspace_of(kind)
    return dataset.with_name(f"own_{name}" if name else "own")


def files_of(kind: str) -> pd.DataFrame:
    """The files of a workspace: table_name, file, added (missing if unknown) and its lines.

    `loaded`, `refused` and `left_out` are lines: refused are those with a fault, left out those
    that are no rows, such as titles and totals.
    """
    dataset = current(kind)
    if dataset is None:
        return pd.DataFrame(
            columns=["table_name", "file", "loaded", "refused", "left_out", "added"]
        )
    rows = ask(dataset, "own_files")
    folder = folder_of(kind) / "files"
    rows["added"] = [
        _added(folder / str(table) / str(file))
        for table, file in zip(rows["table_name"], rows["file"], strict=True)
    ]
    return rows


def _added(path: Path) -> datetime | None:
    """When a file was added; None where it is not where it was put."""
    return datetime.fromtimestamp(path.stat().st_mtime) if path.exists() else None
