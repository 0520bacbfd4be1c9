"""An uploaded file in a folder that only this app can read, until it is replaced or added."""

import hashlib
import re
import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ui.language import _

SUFFIXES = ("csv", "tsv", "txt", "xlsx", "geojson", "json", "gpkg", "parquet")
MOST_MEGABYTES = 50
_ODD = re.compile(r"[^\w.() -]+")
_KEY = "add inbox"


@dataclass(frozen=True)
class Kept:
    """An uploaded file: where it is, the name it came with, made safe, and its content's mark.

    The folder goes with the object: when nobody holds it any more, or the app ends.
    """

    folder: Path
    path: Path
    stamp: str


def safe_name(name: str) -> str:
    """A file's name without folders, control characters and what a shell or page might read.

    >>> safe_name("../../etc/plätze 2024.csv"), safe_name("a;b<i>.xlsx"), safe_name("..")
    ('plätze 2024.csv', 'a_b_i_.xlsx', 'file')
    """
    base = re.split(r"[\\/]", name)[-1]
    stem, dot, suffix = _ODD.sub("_", base).strip(" .").rpartition(".")
    short = f"{(stem or suffix)[-80:].strip(' .')}{dot if stem else ''}{suffix if stem else ''}"
    return short or "file"


def keep(name: str, content: bytes) -> Kept:
    """Put a file's bytes into a private folder of its own, mode 0700."""
    folder = Path(tempfile.mkdtemp(prefix="groundwork_"))
    # Apart from what is written about it, whatever its name is.
    path = folder / "file" / safe_name(name)
    try:
        path.parent.mkdir()
        path.write_bytes(content)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    kept = Kept(folder, path, hashlib.sha256(content).hexdigest())
    weakref.finalize(kept, shutil.rmtree, folder, ignore_errors=True)
    return kept


def uploaded() -> Kept | None:
    """Draw the upload and keep what comes; the file before it is removed. None without one."""
    turn = st.session_state.setdefault("add turn", 0)
    file = st.file_uploader(
        _("My file"),
        type=list(SUFFIXES),
        max_upload_size=MOST_MEGABYTES,
        key=f"add file {turn}",
        help=_(
            "CSV, TSV or text, XLSX, GeoJSON, GeoPackage or Parquet, up to {most} MB. The file "
            "stays on the machine this app runs on.",
            most=MOST_MEGABYTES,
        ),
    )
    if file is None:
        forget()
        return None
    mark, kept = st.session_state.get(_KEY, ("", None))
    if mark != file.file_id:
        forget()
        kept = keep(file.name, file.getvalue())
        st.session_state[_KEY] = (file.file_id, kept)
    found: Kept = kept
    return found


def forget() -> None:
    """Let go of the file that was kept; it goes unless it is being added at this moment."""
    st.session_state.pop(_KEY, None)


def clear() -> None:
    """Remove it and empty the upload too, after it was added."""
    forget()
    st.session_state["add turn"] = st.session_state.get("add turn", 0) + 1
