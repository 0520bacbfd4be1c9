"""New datasets under readers: each published while pages are asked, none mixed with another."""

import asyncio
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import duckdb

from bench.serving.load import GAPS, Load, Took, view
from bench.serving.server import Server
from bench.serving.session import Reader
from etl.publish import publish
from ui.store import ROOT

# A build takes its time: where readers stay for less, none is done.
_LONG = 60
_ROWS = "/api/v1/views/gaps.json?level=0&limit=5"


def other(dataset: Path, file: Path) -> Path:
    """The same dataset with every need doubled: each view of the ledger says something else."""
    shutil.copyfile(dataset, file)
    with duckdb.connect(str(file), config={"memory_limit": "1GB", "threads": 1}) as con:
        for table in ("shortage", "shortage_newest"):
            con.execute(
                f"update {table} set need = 2 * need, need_lower = 2 * need_lower, "
                "need_upper = 2 * need_upper"
            )
        con.execute("checkpoint")
    return file


@dataclass
class Answers:
    """What data routes answered: how many, of which versions, and what was wrong."""

    versions: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


async def every_view(server: Server) -> dict[tuple[str, ...], str]:
    """What each view says while nothing changes."""
    found: dict[tuple[str, ...], str] = {}
    async with Reader(server.address, "gaps") as reader:
        await reader.rerun()
        for level in reader.controls["Territories"].options[: GAPS[0][1]]:
            for shown in ("Need", "Gap"):
                reader.controls["Map shows"].value = shown
                await reader.change("Territories", level)
                found[view(reader, GAPS)] = reader.said()
    return found


async def swaps(
    server: Server, target: Path, files: list[Path], load: Load
) -> tuple[Took, Answers]:
    """Readers and data routes at work while `files` take turns at `target`, and one is built."""
    answers = Answers()
    asking = asyncio.create_task(_ask(server, load.lasts, answers))
    turns = asyncio.create_task(_turns(target, files, load.lasts))
    took = await load.run()
    await asking
    await turns
    return took, answers


async def _turns(target: Path, files: list[Path], lasts: float) -> None:
    step = lasts / 8
    rebuild = lasts > _LONG
    if rebuild:
        command = [sys.executable, "-m", "etl", "build", "--shipped", "--out", str(target)]
        build = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    for turn in range(6):
        await asyncio.sleep(step)
        beside = target.with_name(f"turn{turn}.building")
        await asyncio.to_thread(shutil.copyfile, files[turn % len(files)], beside)
        await asyncio.to_thread(publish, beside, target)
    if rebuild and await build.wait():
        raise RuntimeError("the build under load failed")


async def _ask(server: Server, lasts: float, answers: Answers) -> None:
    until = asyncio.get_running_loop().time() + lasts
    while asyncio.get_running_loop().time() < until:
        await asyncio.to_thread(_asked, server, answers)
        await asyncio.sleep(0.5)


def _asked(server: Server, answers: Answers) -> None:
    """Ask for rows; the version of the header is that of the citation in the body."""
    try:
        with urlopen(f"http://{server.address}{_ROWS}", timeout=60) as answer:
            version, body = answer.headers["X-Dataset-Version"], json.load(answer)
    except HTTPError as error:
        answers.errors.append(f"{error.code}: {error.read()[:200]!r}")
        return
    except OSError as error:
        answers.errors.append(str(error))
        return
    if f"sha256 {version}" not in body["citation"]:
        answers.errors.append(f"header {version}, body {body['citation']}")
    answers.versions[version] = answers.versions.get(version, 0) + 1
