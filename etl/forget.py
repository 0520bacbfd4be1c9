"""Take a file, or all, out of a user's workspace: the rest is built anew, or nothing changes."""

import re
import shutil
from pathlib import Path

from etl import build, own
from etl.turn import turn


def forget(workspace: own.Workspace, name: str, progress: build.Progress) -> int:
    """Take the file `TABLE/NAME` out of the workspace and build the rest; files left.

    Without a name, or with the last file, the workspace and its dataset are removed. Raises
    ValueError when there is no such file, CheckError when the rest cannot stand without it,
    BusyError when the workspace is being changed. It is then as it was.
    """
    with turn(workspace.folder, "change"):
        left = own.held(workspace)
        if not left:
            raise ValueError("There is nothing in this workspace.")
        if name and name not in left:
            raise ValueError(f"There is no file {name!r}; there is: {', '.join(left)}.")
        if not name or left == [name]:
            _remove(workspace)
            return 0
        unfinished = workspace.folder.with_name(f"{workspace.folder.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            shutil.copytree(workspace.folder / own.FILES, unfinished / own.FILES)
            (unfinished / own.FILES / name).unlink()
            own.settle(unfinished, workspace, progress)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        return len(left) - 1


def _remove(workspace: own.Workspace) -> None:
    """Remove the dataset, so that nobody opens it any more, then the files."""
    target = workspace.target
    stamped = re.compile(rf"{re.escape(target.stem)}-[0-9a-f]{{12}}{re.escape(target.suffix)}")
    found = [file for file in target.parent.iterdir() if stamped.fullmatch(file.name)]
    for file in [target, *found]:
        _unlink(file)
    shutil.rmtree(workspace.folder)


def _unlink(file: Path) -> None:
    """Remove a file; what a running app holds open stays where that cannot be done."""
    try:
        file.unlink(missing_ok=True)
    except PermissionError:
        return
