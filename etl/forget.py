"""Take a file, or all, out of a user's workspace: the rest is built anew, or nothing changes."""

import re
import shutil
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from etl import build, command_line, own
from etl.command_line import fail, say, wait
from etl.intake import account
from etl.sources import SOURCES
from etl.stage import stage
from etl.turn import BusyError, turn
from etl.unfinished import unfinished

app = typer.Typer()


def forget(workspace: own.Workspace, name: str, progress: build.Progress) -> int:
    """Take the file `TABLE/NAME` out of the workspace and build the rest; files left.

    Without a name, or with the last file, the workspace and its dataset are removed. Raises
    ValueError when there is no such file, CheckError when the rest cannot stand without it,
    BusyError when the workspace is being changed. It is then as it was.
    """
    workspace.folder.parent.mkdir(parents=True, exist_ok=True)
    with turn(workspace.folder, "change"):
        there = own.held(workspace)
        if name and name not in there:
            held = f"there is: {', '.join(there)}" if there else "there is none"
            raise ValueError(f"There is no file {name!r} in this workspace; {held}.")
        if not name or there == [name]:
            _remove(workspace)
            return 0
        with unfinished(workspace.folder, own.FILES) as place:
            taken = place / own.FILES / name
            taken.unlink()
            account.beside(taken).unlink(missing_ok=True)
            own.settle(place, workspace, progress)
        return len(there) - 1


def _remove(workspace: own.Workspace) -> None:
    """Remove the dataset, so that nobody opens it any more, then the files."""
    target = workspace.target
    stamped = re.compile(rf"{re.escape(target.stem)}-[0-9a-f]{{12}}{re.escape(target.suffix)}")
    found = [file for file in target.parent.iterdir() if stamped.fullmatch(file.name)]
    for file in [target, *found]:
        file.unlink(missing_ok=True)
    shutil.rmtree(workspace.folder, ignore_errors=True)


@app.command(name="forget")
def command(
    file: Annotated[str, typer.Argument(help="TABLE/NAME; without it all is removed")] = "",
    workspace: Annotated[str | None, typer.Option(help="the workspace, if it has a name")] = None,
    folder: Annotated[Path | None, typer.Option(help="where own files are kept")] = None,
    out: Annotated[Path | None, typer.Option(help="the dataset that was built")] = None,
) -> None:
    """Take a file out of a workspace of your own, or remove the workspace."""
    try:
        usual = own.place_of(command_line.DATA, workspace)
        beside = stage(command_line.BUNDLE, command_line.FETCHED, SOURCES, say).folder
        place = own.Workspace(folder or usual[0], beside, out or usual[1])
        left = forget(place, file, say)
    except BusyError as error:
        wait(error)
    except (build.CheckError, OSError, ValueError, duckdb.Error) as error:
        fail(f"Nothing was changed. {error}")
    print(f"Removed {file or 'the workspace'}; {left} files are left.")
