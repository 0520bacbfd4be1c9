"""How a dataset grows: a generated Europe of 100,000 local units at 1, 10 and, asked for, 100 %.

100 % are 5 million facilities and 100 million observations: 40 periods of 25 measures in each local
unit. They are added to the published dataset, whose other tables stay. Told for each share: seconds
to load, to ask the plausibility checks, to work out the marts and to run the checks of a build; the
file's size; the most memory; and how long every question takes that a page can ask. A question
counts as grown where it takes more than twice as long and gives no more rows.

`python -m bench.growth` runs 1 % and 10 %; other shares (30, 100) are asked for by
`python -m bench.growth 1 100`, which takes 40 GB of disk and an hour.
"""

import json
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from bench.growing.asking import asked
from bench.growing.building import built

USUAL = (1, 10)
# What pages of a planner's day ask: all of a page together may take twice as long at most.
PAGES = {
    "Gaps": ("shortage newest", "shortage 2024", "shortage_periods", "newest_need"),
    "Figures": ("figure newest", "figure 2024", "groups", "periods", "series"),
    "Territory": ("territory_measures", "territory_need", "territory_residents", "series"),
    "Compare": ("compare_figure", "compare_need", "compare_shortage", "context"),
    "Overview": ("overview", "shortage newest", "newest_need", "knowledge"),
}
# One row a territory, however many years there are.
OF_TERRITORIES = ("shortage newest", "shortage 2024", "figure newest", "figure 2024", "newest_need")
Took = dict[str, tuple[float, int]]


def measured(share: int, folder: str, way: str) -> Any:
    """One share built, or asked, in a process of its own; what it says before its answer."""
    command = [sys.executable, "-m", "bench.growth", way, str(share), folder]
    last = ""
    with Popen(command, stdout=PIPE, text=True) as process:
        for line in process.stdout or ():
            print(last, end="", flush=True)
            last = line
    if process.returncode:
        raise SystemExit(f"{way} of {share} % failed")
    return json.loads(last)


def grown(few: Took, many: Took) -> list[str]:
    """Questions that take more than twice as long for no more rows."""
    return sorted(
        name
        for name, (milliseconds, rows) in many.items()
        if rows <= few[name][1] and milliseconds > 2 * max(few[name][0], 1.0)
    )


def pages(few: Took, many: Took) -> dict[str, float]:
    """By how much the questions of each page take longer, all together."""
    return {
        page: round(sum(many[each][0] for each in asks) / sum(few[each][0] for each in asks), 2)
        for page, asks in PAGES.items()
    }


def main(shares: list[int]) -> None:
    with tempfile.TemporaryDirectory(prefix="groundwork-growth-") as folder:
        sizes = {share: measured(share, folder, "build") for share in shares}
        took: dict[int, Took] = {share: measured(share, folder, "ask") for share in shares}
    print(f"{'milliseconds (rows)':28}" + "".join(f"{share:>19} %" for share in shares))
    for name in took[shares[0]]:
        cells = (took[share][name] for share in shares)
        print(f"{name:28}" + "".join(f"{ms:>10} ({rows:>8})" for ms, rows in cells))
    few, many = took[min(shares)], took[max(shares)]
    by_page = pages(few, many)
    print(
        json.dumps(
            {
                "bench": "growth",
                "equal": all(few[name][1] == many[name][1] > 0 for name in OF_TERRITORIES),
                "built": sizes,
                "pages": by_page,
                "page_query_growth": max(by_page.values()),
                "grown": grown(few, many),
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
