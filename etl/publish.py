"""Put a finished dataset where readers find it, in one step.

The file gets a name made of its content and `<name>.duckdb` becomes a link to it, so that a
reader either has the old file or the new one, and a process that opens the link's real path
never mixes the two. Where links are not to be had, the file itself is replaced.
"""

import hashlib
import os
import re
from pathlib import Path

# The dataset before the current one stays, for sessions that still read it.
KEEP = 2


def publish(built: Path, target: Path) -> Path:
    """Move `built` to stand at `target`; the path of the file that readers will open."""
    with built.open("rb") as handle:
        stamp = hashlib.file_digest(handle, "sha256").hexdigest()[:12]
        os.fsync(handle.fileno())
    final = target.with_name(f"{target.stem}-{stamp}{target.suffix}")
    os.replace(built, final)
    _settle(target.parent)
    link = target.with_name(f"{target.name}.link")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(final.name)
    except OSError:
        os.replace(final, target)
        return target
    os.replace(link, target)
    _settle(target.parent)
    _drop_old(final, target)
    return final


def _settle(folder: Path) -> None:
    """Have the folder's new names on disk before the next step, so that power may fail."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _drop_old(current: Path, target: Path) -> None:
    """Remove all but the newest files of this dataset; one in use elsewhere is left."""
    stamped = re.compile(rf"{re.escape(target.stem)}-[0-9a-f]{{12}}{re.escape(target.suffix)}")
    files = sorted(
        (file for file in target.parent.iterdir() if stamped.fullmatch(file.name)),
        key=lambda file: (file != current, -file.stat().st_mtime),
    )
    for file in files[KEEP:]:
        try:
            file.unlink()
        except OSError:
            continue
