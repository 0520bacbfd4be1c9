"""A workspace being changed: a copy of its files that takes its place, or is removed.

What a user brings is for that user's eyes. While it is changed whatever is made, the dataset
too, can be read by its owner alone.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOT_FOR_OTHERS = 0o077


@contextmanager
def unfinished(folder: Path, files: str) -> Iterator[Path]:
    """A folder beside `folder` with a copy of its `files`, removed at the end if still there.

    All that this process makes meanwhile is for its owner alone: folders 0700, files 0600.
    """
    place = folder.with_name(f"{folder.name}.new")
    before = os.umask(_NOT_FOR_OTHERS)
    try:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for file in sorted((folder / files).glob("*/*")):
            copy = place / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        yield place
    finally:
        os.umask(before)
        shutil.rmtree(place, ignore_errors=True)
