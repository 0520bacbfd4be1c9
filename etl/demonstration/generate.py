"""Write the demonstration's figures as a bundle that a build can read."""

import json
import shutil
from pathlib import Path

import pandas as pd

from etl import bundle, disclosure, protected_places
from etl.demonstration import (
    actors,
    digital,
    funds,
    money,
    places,
    safeguards,
    sponsors,
    voices,
    work,
)  # fmt: skip
from etl.demonstration.anchors import SOURCE_ID, anchors
from etl.demonstration.figures import observations
from etl.gather import Frames

SEED = 20211124
# Geography, residents, economy, languages and definitions are the published ones.
REAL = frozenset(
    {
        "nuts",
        "nuts_changes",
        "population_grid",
        "residents",
        "gdp",
        "land_area",
        "measures",
        "cldr_languages",
    }
)
_ECONOMY_FROM = "2018"
_CAVEAT = "Everything in it is generated. Nothing says anything of a real territory."


def sources() -> pd.DataFrame:
    """The demonstration's source rows: one for its figures, one for its hospitals."""
    title = {
        SOURCE_ID: "Demonstration: generated figures",
        "hospitals": "Demonstration: generated hospitals",
    }
    rows = [
        {
            "source_id": source_id,
            "module": SOURCE_ID,
            "title": words,
            "publisher": "Groundwork",
            "licence": "CC0 1.0",
            "attribution": "Groundwork, demonstration: generated figures",
            "vintage": "2022..2025",
            "caveats": _CAVEAT,
        }
        for source_id, words in title.items()
    ]
    return pd.DataFrame(rows)


def generated(shipped: Path, seed: int = SEED) -> Frames:
    """Every fact table of the contract, generated; the same seed gives the same frames."""
    base = anchors(shipped, seed)
    facilities = places.facilities(base)
    organisations = actors.organisations(base)
    sponsored = sponsors.sponsorship(base)
    tables = {
        "source": sources(),
        "observation": pd.concat(
            [
                observations(base),
                safeguards.services(base, facilities),
                digital.on_site(base, facilities),
            ],
            ignore_index=True,
        ),
        "facility": facilities,
        "facility_observation": places.facility_figures(facilities),
        "organisation": organisations,
        "partnership": actors.partnerships(base, organisations),
        "activity": work.activities(base, organisations),
        "actor_list": work.lists(base),
        "participation": voices.participation(base),
        "consultation": voices.consultations(base),
        "scheme": sponsors.schemes(),
        "scheme_rule": sponsors.rules(),
        "sponsorship": sponsored,
        "sponsorship_locality": sponsors.localities(base, sponsored),
        "funding": funds.funding(base),
        "benchmark": money.benchmarks(base),
        "set_aside": money.set_aside(),
        "digital_service": digital.services(base),
        "origin": digital.origins(base),
    }
    cells = pd.read_parquet(shipped / "cell" / "nuts.parquet")
    kept = disclosure.protect(protected_places.moved(tables, cells), SOURCE_ID)
    return {(table, SOURCE_ID): frame for table, frame in kept.items()}


def economy(shipped: Path) -> pd.DataFrame:
    """The published economy of the last years: keys read the latest, and indexes are large."""
    frame = pd.read_parquet(shipped / "observation" / "gdp.parquet")
    return frame[frame["period"] >= _ECONOMY_FROM].reset_index(drop=True)


def write(shipped: Path, folder: Path, seed: int = SEED) -> None:
    """A bundle in `folder`: the generated figures beside the shipped geography."""
    cut = ("observation", "gdp")
    bundle.write(folder, generated(shipped, seed) | {cut: economy(shipped)}, [])
    package = json.loads((folder / bundle.PACKAGE).read_text("utf-8"))
    entries = bundle.resources(shipped)
    real = [e for e in entries if e["module"] in REAL and (e["table"], e["module"]) != cut]
    for entry in real:
        target = folder / str(entry["path"])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shipped / str(entry["path"]), target)
    package["resources"] = [*real, *package["resources"]]
    text = json.dumps(package, indent=1, ensure_ascii=False) + "\n"
    (folder / bundle.PACKAGE).write_text(text, encoding="utf-8")
