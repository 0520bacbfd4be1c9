"""python -m tests.hostile.round: datasets of attacks through all pages, files and answers.

Each page of each dataset is run in every way its choices allow and opened in a browser with its
folds, every table and view is taken away in every format and read again, and every answer of the
data routes is asked for. Takes minutes: it is not part of the tests. Fails where anything ran,
broke or was lost, and prints how much was tried.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import TimeoutError as LateError
from playwright.sync_api import sync_playwright

from tests.conftest import ROOT
from tests.e2e import screen
from tests.e2e.conftest import WEBGL_IN_SOFTWARE, chromium
from tests.hostile.attacked import attack
from tests.hostile.came_back import does, lost
from tests.hostile.driven import in_each_way, opened, wrong
from tests.hostile.live import texts_seen
from tests.hostile.seen import looked, serving
from tests.ui.api.conftest import APP, asked
from ui import store
from ui.out.formats import FORMATS
from ui.out.tables import TABLES
from ui.out.views import VIEWS
from ui.territory.profile import profile_of
from ui.territory.report import report

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
KINDS = (store.PUBLISHED, store.DEMONSTRATION)
# Rows read again cell by cell: larger tables are of the same columns.
MOST_ROWS = 20_000
# Milliseconds that a page may take to come to rest, where much else runs.
PATIENT = 300_000
# What these work out for each choice takes too long to take each.
SLOW = ("sites", "compare", "vision", "scenario")
Found = Iterator[tuple[str, int, list[str]]]


def pages() -> Found:
    """Every page in every way its choices allow: texts of attacks on it, what is wrong."""
    for kind in KINDS:
        for page in PAGES:
            app = opened(page, data=kind, at="ITC1", table="1")
            yield f"{kind} {page}", texts_seen(app), wrong(app)
            for way, shown in in_each_way(app) if page not in SLOW else ():
                yield f"{kind} {page} {way}", 1, wrong(shown)


def files() -> Found:
    """Every table and view in every format, read again; reports of territories."""
    for kind in KINDS:
        dataset = store.current(kind)
        assert dataset is not None
        for name, offer in {**TABLES, **VIEWS}.items():
            taken = offer.take(dataset, {})
            if taken.count and taken.count() > MOST_ROWS:
                continue
            for form in FORMATS:
                gone = lost(taken, form)
                yield f"{kind} {name}.{form}", 1, [f"lost {gone}"] if gone else []
        for at in ("ITC1", "NL", "DE3", "EL30", "PT20"):
            document = report(profile_of(dataset, at), date(2026, 1, 1))
            yield f"{kind} report of {at}", 1, does(document)


def answers() -> Found:
    """Every data route: it says what it is and does not fail."""
    plain = ("", "/catalogue", "/dictionary", "/openapi.json")
    named = [f"/tables/{name}.json?limit=50" for name in TABLES]
    for route in (*plain, *named, *(f"/views/{name}.json" for name in VIEWS)):
        answer = asked(APP, f"/api/v1{route}")
        is_data = "html" not in answer.headers["content-type"]
        sound = is_data and answer.headers["x-content-type-options"] == "nosniff"
        yield route, 1, [] if answer.status_code < 500 and sound else [str(answer.status_code)]


def browsers() -> Found:
    """Every page of every dataset in a browser, folds open."""
    screen._PATIENT = PATIENT
    variables = {name: os.environ[name] for name in ("GROUNDWORK_DATA", "GROUNDWORK_DEMO")}
    with serving(variables) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(playwright), args=list(WEBGL_IN_SOFTWARE)
        )
        page = browser.new_context(viewport={"width": 1440, "height": 1000}).new_page()
        page.set_default_timeout(60_000)
        strangers = screen.strangers(page)
        for kind in KINDS:
            for name in PAGES:
                place = "" if name == "overview" else name
                url = f"{address}/{place}?data={kind}&at=ITC1&table=1"
                # The country keeps short what is chosen there.
                url += "&in=MT" if name == "sites" else ""
                try:
                    ran, broken = looked(page, url, folds=True)
                except LateError:
                    ran, broken = 0, ["error: it did not come to rest"]
                print(f"{kind} {name}: looked at in a browser", flush=True)
                yield f"{kind} {name}", 1, ["executed"] * ran + broken + strangers
        browser.close()


PARTS: dict[str, Callable[[], Found]] = {
    "pages": pages, "files": files, "answers": answers, "browsers": browsers,
}  # fmt: skip


def main() -> int:
    """Go round and tell; 1 where anything was found."""
    told = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    told.add_argument("--only", choices=list(PARTS), action="append")
    given = told.parse_args()
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for kind, variable in zip(KINDS, ("GROUNDWORK_DATA", "GROUNDWORK_DEMO"), strict=True):
            file = Path(folder) / f"{kind}.duckdb"
            count["texts"] += attack(store.path_of(kind), file)
            os.environ[variable] = str(file)
        for part in given.only or list(PARTS):
            for name, cases, found in PARTS[part]():
                count[part] += 1
                count["cases"] += cases
                for each in found:
                    count[_kind(each)] += 1
                    print(f"{name}: {each}", flush=True)
            print(f"{part}: {count[part]:,}", flush=True)
    kinds = ("texts", "cases", "executed scripts", "crashes", "silent losses")
    print(", ".join(f"{kind} {count[kind]:,}" for kind in kinds))
    return int(any(count[kind] for kind in kinds[2:]))


def _kind(said: str) -> str:
    if said.startswith("lost"):
        return "silent losses"
    return "crashes" if said.startswith(("exception", "error")) else "executed scripts"


if __name__ == "__main__":
    sys.exit(main())
