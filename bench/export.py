"""Taking rows away: GeoJSON against geopandas, and the memory of files of five million rows.

Speed  : the same 200,000 features as GeoJSON, half of them outlines of territories, half points,
         by our writer and by geopandas' `to_file`; both files hold the same features, compared
         one by one. Beside: geopandas by way of Arrow, and writing the bytes alone, the limit.
         Ours spells the outlines anew each time, though a running app does so once a dataset.
Memory : CSV, Parquet and GeoJSON of 5 million rows, in pieces as a server sends them: how far the
         peak of the process rises above where it was after a small export. Then the server
         itself: Parquet of a table of 5 million rows, over its data route.
Inputs : outlines of the published dataset, rows seeded; `SCALE=0.01` for a try.
Rounds : each writer in a process of its own, interleaved.

Run with `python -m bench export`; `python -m bench.export WRITER FILE` runs one writer.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.sending.rows import BATCH, taken
from bench.sending.served import growth, peak
from ui.out.formats import FORMATS, geometry

SCALE = float(os.environ.get("SCALE", "1"))
FEATURES, ROWS, ROUNDS = int(200_000 * SCALE), int(5_000_000 * SCALE), 3
KINDS = ("outlines", "points")


def ours(kind: str, file: Path) -> float:
    """Seconds of our writer."""
    rows = taken(FEATURES // 2, kind)
    held = list(rows.batches())
    rows = replace(rows, batches=lambda: iter(held))
    geometry.outlines.clear()
    start = perf_counter()
    with file.open("wb") as out:
        for piece in FORMATS["geojson"].stream(rows):
            out.write(piece)
    return perf_counter() - start


def geopandas(kind: str, file: Path, **how: bool) -> float:
    """Seconds of geopandas, of a frame with the same columns and geometry."""
    import geopandas as gpd  # so that it weighs on no other process
    import shapely

    rows = taken(FEATURES // 2, kind)
    frame = rows.frame()
    if kind == "points":
        shapes = shapely.points(frame["lon"], frame["lat"])
    else:
        found = geometry.outlines(rows.dataset)
        outlines = shapely.from_wkb(found.wkb.to_numpy(zero_copy_only=False))
        at = {each: number for number, each in enumerate(found.ids.to_pylist())}
        shapes = outlines[frame["territory_id"].map(at).to_numpy()]
    features = gpd.GeoDataFrame(frame, geometry=shapes, crs="OGC:CRS84")
    start = perf_counter()
    features.to_file(file, driver="GeoJSON", engine="pyogrio", **how)
    return perf_counter() - start


def limit(kind: str, file: Path) -> float:
    """Seconds of writing what is there already."""
    data = file.with_name(f"ours-{kind}.geojson").read_bytes()
    start = perf_counter()
    file.write_bytes(data)
    return perf_counter() - start


def memory(form: str, _: Path) -> dict[str, float]:
    """How far memory rises while a file of many rows is sent, in MB; and seconds and size."""
    sum(map(len, FORMATS[form].stream(taken(2 * BATCH, "outlines"))))
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    before = peak()
    start = perf_counter()
    size = sum(map(len, FORMATS[form].stream(taken(ROWS, "outlines"))))
    return {"growth": peak() - before, "seconds": perf_counter() - start, "size": size / 1e6}


def features(file: Path) -> Iterator[dict]:
    """The features of a file; both writers give each a line."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if '"type":"Feature",' in (start := line[:40].replace(" ", "")) and "{" in start:
                yield json.loads(line.strip().removesuffix(","))


def same(one: Path, other: Path) -> bool:
    """Whether two files hold the same features in the same order, equal when parsed."""
    pairs = zip(features(one), features(other), strict=True)
    return sum(a == b for a, b in pairs) == FEATURES // 2


WRITERS = {
    "ours": ours,
    "geopandas": geopandas,
    "geopandas_arrow": lambda kind, file: geopandas(kind, file, use_arrow=True),
    "limit": limit,
}


def run(*arguments: str) -> dict[str, float]:
    """One writer in a process of its own."""
    command = [sys.executable, "-m", "bench.export", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def speed(folder: Path) -> tuple[dict[str, dict[str, float]], bool]:
    """Seconds of each writer by kind of geometry, and whether the files hold the same."""
    found, equal = {}, True
    for kind in KINDS:
        times: dict[str, list[float]] = {writer: [] for writer in WRITERS}
        for _ in range(ROUNDS):
            for writer in WRITERS:
                file = folder / f"{writer}-{kind}.geojson"
                file.unlink(missing_ok=True)
                times[writer].append(run(writer, kind, str(file))["seconds"])
        found[kind] = {writer: median(each) for writer, each in times.items()}
        equal &= same(folder / f"ours-{kind}.geojson", folder / f"geopandas-{kind}.geojson")
        for writer, seconds in found[kind].items():
            ratio = seconds / found[kind]["ours"]
            print(f"{kind:9} {writer:16} {seconds:7.2f} s  {ratio:6.2f} times ours", flush=True)
    return found, equal


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as place:
        seconds, equal = speed(Path(place))
    rises = {form: run("memory", form, "-") for form in ("csv", "parquet", "geojson")}
    rises["parquet by the server"] = growth(ROWS, "parquet")
    for form, each in rises.items():
        print(
            f"{ROWS:,} rows as {form:21} {each['seconds']:7.1f} s {each['size']:8.0f} MB sent, "
            f"memory rises by {each['growth']:.0f} MB"
        )
    whole = {writer: sum(seconds[kind][writer] for kind in KINDS) for writer in WRITERS}
    print(
        json.dumps(
            {
                "bench": "export",
                "equal": equal,
                "geojson_vs_geopandas": round(whole["geopandas"] / whole["ours"], 1),
                "geojson_vs_geopandas_arrow": round(whole["geopandas_arrow"] / whole["ours"], 1),
                "geojson_vs_limit": round(whole["ours"] / whole["limit"], 1),
                "rss_growth_mb": round(max(each["growth"] for each in rises.values())),
                "floors": {"geojson_vs_geopandas": 5},
                "ceilings": {"rss_growth_mb": 100},
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    elif sys.argv[1] == "memory":
        print(json.dumps(memory(sys.argv[2], Path(sys.argv[3]))))
    else:
        print(json.dumps({"seconds": WRITERS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))}))
