"""Put a finished dataset where readers find it, in one step.

The file gets a name made of its content and `<name>.duckdb` becomes a link to it, so that a
reader either has the old file or the new one, and a process that opens the link's real path
never mixes the two. Where links are not to be had, the file itself is replaced. A folder of
Parquet is published the same way; its manifest, which has a checksum of each file, is its
content.
"""

import hashlib
import os
import re
import shutil
from pathlib import Path

from etl.engine.folder import MANIFEST

# The dataset before the current one stays, for sessions that still read it.
KEEP = 2


def publish(built: Path, target: Path) -> Path:
    """Move `built` to stand at `target`; the path of the file or folder readers will open."""
    with (built / MANIFEST if built.is_dir() else built).open("rb") as handle:
        stamp = hashlib.file_digest(handle, "sha256").hexdigest()[:12]
        os.fsync(handle.fileno())
    final = target.with_name(f"{target.stem}-{stamp}{target.suffix}")
    if built.is_dir() and final.exists():
        shutil.rmtree(built)  # the same is there already
    else:
        os.replace(built, final)
    _settle(target.parent)
    link = target.with_name(f"{target.name}.link")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(final.name)
    except OSError:
        if final.is_dir():
            raise OSError(f"a folder needs a link to it, which cannot be made: {link}") from None
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
            if file.is_dir():
                shutil.rmtree(file)
            else:
                file.unlink()
        except OSError:
            continue
