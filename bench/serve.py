"""Many readers at once, over real WebSocket sessions in Streamlit's own protocol, on loopback.

Gaps    : 50 readers who change a control (level of territories, what the map shows) and think
          for 5 s; then 50 at an empty page of the same server inside the same frame: the same
          navigation, sidebar, dataset and language switches, and one control instead of the page.
          Rounds take turns; `p95_vs_empty` is one 95th percentile by the other. Beside it, what
          an empty page takes while the 50 are at Gaps (`p95_vs_empty_among`).
Two     : 200 readers shared between two server processes of one dataset file.
Mixed   : readers of six pages for `--minutes` (30): by how much the server's memory is larger at
          the end than after the first tenth of the time.
Swapped : readers at Gaps, and a program at the data routes, while new datasets take the place of
          the old one six times and the shipped figures are built anew. Every view says what it
          says of one dataset when nothing changes; every answer has the version of its rows.
Proxied : the same through the proxy of deploy/ before two server processes (`--proxy` does this
          alone, where Caddy is installed).

The client is one process beside the servers, so both share the machine.
Run with `python -m bench serve`; `python -m bench.serve --minutes 2 --rounds 1` is a try.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path

from bench.serving import swapping
from bench.serving.load import EMPTY, GAPS, Load, Took
from bench.serving.proxy import is_here, proxied
from bench.serving.server import Server, served
from ui.store import current

READERS, MANY = 50, 200
# Seconds at the beginning of a load, in which everybody comes at once.
UNMEASURED = 8.0
_PAGES = ("gaps", "overview", "sources", "funds", "digital", "compare")


async def rerun(server: Server, seconds: float, rounds: int) -> tuple[dict[str, float], list[str]]:
    """Gaps against an empty page, each under the load of 50 readers of its own."""
    at, gaps, empty, among = [server.address], Took(), Took(), Took()
    warm = await Load(at, ["gaps"], GAPS, 8, 20, think=0.2).run()
    for _ in range(rounds):
        await Load(at, ["empty"], EMPTY, READERS, seconds, unmeasured=UNMEASURED).run(empty)
        await asyncio.gather(
            Load(at, ["gaps"], GAPS, READERS, seconds, unmeasured=UNMEASURED).run(gaps),
            Load(at, ["empty"], EMPTY, 4, seconds, think=2, unmeasured=UNMEASURED).run(among),
        )
    for name, took in (("empty page", empty), ("Gaps", gaps), ("empty page among Gaps", among)):
        print(took.line(f"{READERS} at {name}"), flush=True)
    figures = {
        "p95_ms": round(gaps.p95()),
        "p95_vs_empty": round(gaps.p95() / empty.p95(), 2),
        "p95_vs_empty_among": round(gaps.p95() / among.p95(), 2),
    }
    return figures, warm.errors + gaps.errors + empty.errors + among.errors


async def mixed(server: Server, minutes: float) -> tuple[float, Took]:
    """By how many per cent memory grows after the first tenth of mixed use."""
    lasts, samples = minutes * 60, list[float]()
    load = asyncio.create_task(Load([server.address], _PAGES, GAPS, READERS, lasts).run())
    while not load.done():
        await asyncio.sleep(lasts / 60)
        samples.append(server.memory())
    tenth = max(1, len(samples) // 10)
    early, late = samples[tenth : 2 * tenth + 1], samples[-tenth - 1 :]
    growth = 100 * (sum(late) / len(late) / (sum(early) / len(early)) - 1)
    print(f"memory of the server: {' '.join(f'{each:.0f}' for each in samples[::tenth])} MB")
    return growth, await load


async def swapped(server: Server, target: Path, files: list[Path], lasts: float) -> list[str]:
    """What was wrong while datasets took each other's place."""
    known = []
    for file in files:
        beside = target.with_name("first.building")
        shutil.copyfile(file, beside)
        swapping.publish(beside, target)
        known.append(await swapping.every_view(server))
    differ = [at for at in known[0] if known[0][at] == known[1][at]]
    load = Load([server.address], ["gaps"], GAPS, READERS, lasts)
    took, answers = await swapping.swaps(server, target, files, load)
    mixed_up = [
        f"{at} said what neither dataset says"
        for at, said in took.said.items()
        if at in known[0] and said - {known[0][at], known[1][at]}
    ]
    both = sum(len(said) > 1 for said in took.said.values())
    print(took.line("swapped beneath"))
    print(f"data routes answered of versions {answers.versions}; {both} views were seen of both")
    same = [f"{at} says the same of both" for at in differ]
    return took.errors + answers.errors + mixed_up + same + server.faults()


async def through_the_proxy(shipped: Path, folder: Path, lasts: float) -> list[str]:
    """What was wrong while readers of two processes behind the proxy saw datasets swapped."""
    target = folder / "both.duckdb"
    files = [shipped, swapping.other(shipped, folder / "others.duckdb")]
    beside = folder / "both.building"
    shutil.copyfile(shipped, beside)
    swapping.publish(beside, target)
    with served(target, folder) as one, served(target, folder) as two:
        with proxied([one.address, two.address], folder) as address:
            front = Server(address, one.process, one.log)
            wrong = await swapped(front, target, files, lasts)
        return wrong + two.faults()


async def run(minutes: float, seconds: float, rounds: int, folder: Path) -> dict[str, object]:
    """All parts, one after the other, each with servers of its own."""
    shipped = _shipped()
    with served(shipped, folder) as server:
        figures, wrong = await rerun(server, seconds, rounds)
        wrong += server.faults()
    with served(shipped, folder) as one, served(shipped, folder) as two:
        many = await Load([one.address, two.address], ["gaps"], GAPS, MANY, seconds).run()
        print(many.line(f"{MANY} at two processes"), flush=True)
        wrong += many.errors + one.faults() + two.faults()
    with served(shipped, folder) as server:
        growth, use = await mixed(server, minutes)
        print(use.line(f"{minutes:g} minutes of mixed use"), flush=True)
        wrong += use.errors + server.faults()
    target = folder / "published.duckdb"
    files = [shipped, swapping.other(shipped, folder / "other.duckdb")]
    beside = folder / "begin.building"
    shutil.copyfile(shipped, beside)
    swapping.publish(beside, target)
    with served(target, folder) as server:
        wrong += await swapped(server, target, files, max(40.0, seconds * 2))
    if is_here():
        wrong += await through_the_proxy(shipped, folder, seconds)
    for each in wrong[:10]:
        print(f"wrong: {each}")
    return {
        "bench": "serve",
        "equal": not wrong,
        "errors": len(wrong),
        **figures,
        "rss_growth_pct": round(growth, 1),
        "minutes": minutes,
        "ceilings": {"p95_vs_empty": 3, "rss_growth_pct": 10, "errors": 0},
    }


def _shipped() -> Path:
    dataset = current("published")
    if dataset is None:
        raise SystemExit("There is no dataset yet; build it with: make build")
    return Path(dataset.path)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--proxy", action="store_true", help="only through the proxy")
    given = options.parse_args()
    if given.seconds <= UNMEASURED:
        options.error(f"--seconds must be above {UNMEASURED:g}: what comes before is not measured")
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as place:
        if given.proxy:
            wrong = asyncio.run(through_the_proxy(_shipped(), Path(place), given.seconds))
            print("\n".join([*wrong, f"{len(wrong)} errors"]))
            sys.exit(1 if wrong else 0)
        print(json.dumps(asyncio.run(run(given.minutes, given.seconds, given.rounds, Path(place)))))


if __name__ == "__main__":
    main()
