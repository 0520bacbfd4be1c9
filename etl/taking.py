"""python -m etl export, reopen and scenario: the pages' views from the command line.

A view is worked out in one place only, where pages and data routes ask for it too. So these
commands are the one door from here into `ui`, opened when they run and not before.
"""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

MOST_CHANGES = 20
# A territory's page as one file; not rows, so no view.
REPORT = "report"


class AskedWronglyError(ValueError):
    """A view, filter, format or dataset that there is not; the message says what there is."""


@dataclass(frozen=True)
class Asked:
    """What to export: a view or `table.NAME`, filters as `name=value`, format, dataset.

    `ways` is a table of travel times of one's own for the views of Reach.
    """

    name: str
    where: Sequence[str] = ()
    form: str = "csv"
    dataset: str = "published"
    ways: Path | None = None

    def filters(self) -> dict[str, str]:
        """The filters by name; AskedWronglyError for what is not `name=value`."""
        parts = [each.partition("=") for each in self.where]
        wrong = [name for name, sign, value in parts if not (name and sign and value)]
        if wrong:
            raise AskedWronglyError(f"--where {wrong[0]}: write it as name=value, e.g. in=IT.ES")
        names = [name for name, _, _ in parts]
        twice = [name for name in names if names.count(name) > 1]
        if twice:
            raise AskedWronglyError(
                f"--where {twice[0]} is given twice; join several values by a dot: in=IT.ES"
            )
        return {name: value for name, _, value in parts}


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the page framework says when no page is drawn."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def export(asked: Asked, out: Path | None) -> Path | None:
    """Write the rows to a file, named after what they are where `out` is a folder or None.

    `-` writes to standard output and returns None. Raises AskedWronglyError.
    """
    with _quiet():
        from ui.out import command  # noqa: PLC0415

        try:
            own = command.own_ways(asked.ways, asked.dataset) if asked.ways else {}
            filters = asked.filters() | own
            made = command.export(asked.name, filters, asked.form, asked.dataset)
        except (command.NotOfferedError, command.NotReadError) as error:
            raise AskedWronglyError(str(error)) from error
        return _put(made.file_name, made.chunks, out)


def report(territory: str, dataset: str, out: Path | None) -> Path | None:
    """Write the report of a territory as one HTML file; as `export` otherwise."""
    with _quiet():
        from ui.out.taken import NotOfferedError  # noqa: PLC0415
        from ui.territory import command  # noqa: PLC0415

        try:
            made = command.made(territory, dataset)
        except NotOfferedError as error:
            raise AskedWronglyError(str(error)) from error
        return _put(made.file_name, made.chunks, out)


def scenario(file: Path, out: Path, dataset: str | None) -> list[Path]:
    """Work out the plans of a scenario's file and write what they come to into a folder.

    The folder is made where there is none. Raises AskedWronglyError, which names the file, the
    place in it, what is wrong and what to do; nothing is written then.
    """
    with _quiet():
        from ui.out.taken import NotOfferedError  # noqa: PLC0415
        from ui.scenario import command  # noqa: PLC0415
        from ui.scenario.plain_json import MOST_BYTES, DocumentError  # noqa: PLC0415

        try:
            with file.open("rb") as handle:
                made = command.made(handle.read(MOST_BYTES + 1), dataset)
        except (NotOfferedError, DocumentError) as error:
            raise AskedWronglyError(f"{file}: {error}") from error
        if out.exists() and not out.is_dir():
            raise AskedWronglyError(f"{out} is a file; name a folder to write to.")
        out.mkdir(parents=True, exist_ok=True)
        written = []
        for each in made:
            _write(out / each.file_name, each.chunks)
            written.append(out / each.file_name)
        return written


def _put(name: str, chunks: Iterator[bytes], out: Path | None) -> Path | None:
    """Write to a file, into a folder under the name of its own, or to standard output (None)."""
    if out == Path("-"):
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        return None
    folder = out if out is not None and out.is_dir() else None
    target = folder / name if folder else out or Path(name)
    _write(target, chunks)
    return target


def _write(target: Path, chunks: Iterator[bytes]) -> None:
    """The whole file or none: written beside under a name nobody knows, then put in its place."""
    if not target.parent.is_dir():
        raise AskedWronglyError(f"There is no folder {target.parent} to write {target.name} to.")
    with NamedTemporaryFile(dir=target.parent, prefix=".groundwork-", delete=False) as handle:
        unfinished = Path(handle.name)
        try:
            for chunk in chunks:
                handle.write(chunk)
            handle.close()
            unfinished.chmod(0o666 & ~_umask())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)


def _umask() -> int:
    """What files of this user are not to allow; there is no way to read it but to set it."""
    found = os.umask(0o077)
    os.umask(found)
    return found


def reopen(file: Path, dataset: str | None) -> tuple[bool, list[str]]:
    """Whether a parcel's rows come out the same now, and what to tell; AskedWronglyError."""
    with _quiet():
        from ui.out import command  # noqa: PLC0415

        try:
            return command.reopen(file.read_bytes(), dataset, MOST_CHANGES)
        except (command.NotOfferedError, command.ParcelError) as error:
            raise AskedWronglyError(f"{file}: {error}") from error
