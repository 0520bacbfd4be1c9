"""How a dataset grows: a generated Europe of 100,000 local units at 1, 10 and, asked for, 100 %.

100 % are 5 million facilities and 100 million observations: 40 periods of 25 measures in each local
unit. They are added to the published dataset, whose other tables stay. Told for each share: seconds
to load, to ask the plausibility checks, to work out the marts and to run the checks of a build; the
file's size; the most memory; and how long every question takes that a page can ask. A question
counts as grown where it takes more than twice as long and gives no more rows.

`python -m bench.growth` runs 1 % and 10 %; other shares (30, 100) are asked for by
`python -m bench.growth 1 100`, which takes 40 GB of disk.
"""

import json
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen

from bench.growing.asking import asked
from bench.growing.building import built

USUAL = (1, 10)
# The pages of a planner's day: what they ask in all may at most be twice as slow.
PAGES = {
    "Gaps": ("shortage newest", "shortage 2024", "shortage_periods", "newest_need"),
    "Figures": ("figure newest", "figure 2024", "groups", "periods", "series"),
    "Territory": ("territory_measures", "territory_need", "territory_residents", "series"),
    "Compare": ("compare_figure", "compare_need", "compare_shortage"),
    "Overview": ("overview", "shortage newest", "newest_need", "knowledge"),
}


def measured(share: int, folder: str, way: str) -> dict[str, object]:
    """One share built, or asked, in a process of its own, which tells as it goes."""
    command = [sys.executable, "-m", "bench.growth", way, str(share), folder]
    with Popen(command, stdout=PIPE, text=True) as process:
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            print(line, end="" if line.endswith("s\n") else "", flush=True)
    if process.returncode:
        raise SystemExit(f"{way} of {share} % failed")
    found: dict[str, object] = json.loads(lines[-1])
    return found


def main(shares: list[int]) -> None:
    least, most = min(shares), max(shares)
    with tempfile.TemporaryDirectory(prefix="groundwork-growth-") as folder:
        sizes = {share: measured(share, folder, "build") for share in shares}
        took = {share: measured(share, folder, "ask") for share in shares}
    print(f"{'milliseconds (rows)':28}" + "".join(f"{share:>20} %" for share in shares))
    for name in took[least]:
        cells = (took[share][name] for share in shares)
        print(f"{name:28}" + "".join(f"{ms:>10} ({rows:>9})" for ms, rows in cells))
    few, many = took[least], took[most]
    grown = sorted(
        name
        for name, (ms, rows) in many.items()
        if rows <= few[name][1] and ms > 2 * max(few[name][0], 1)
    )
    pages = {
        page: round(sum(many[each][0] for each in asks) / sum(few[each][0] for each in asks), 2)
        for page, asks in PAGES.items()
    }
    print(
        json.dumps(
            {
                "bench": "growth",
                "equal": all(
                    many[each][1] == few[each][1]
                    for asks in PAGES.values()
                    for each in asks
                    if each not in ("series", "territory_need")
                ),
                "shares": shares,
                "pages": pages,
                "page_query_growth": max(pages.values()),
                "grown": grown,
                "built": sizes,
                "ceilings": {"page_query_growth": 2},
            }
        )
    )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("build", "ask"):
        share, place = int(sys.argv[2]), Path(sys.argv[3]) / f"{sys.argv[2]}.duckdb"
        print(json.dumps(built(share, place) if sys.argv[1] == "build" else asked(place)))
    else:
        main([int(each) for each in sys.argv[1:]] or list(USUAL))
