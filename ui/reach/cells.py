"""The cells of a view as rows: where each is, who lives there, and what they reach."""

import pandas as pd

from analysis.classes import CANNOT_TELL, UNKNOWN
from ui import words
from ui.language import _
from ui.reach import shades
from ui.reach.found import found_of
from ui.reach.ground import cells_of
from ui.reach.offer import is_complete
from ui.reach.regions import NAMES, PERCENT, with_words
from ui.reach.together import inside
from ui.reach.way import COVERED, ReachChoice
from ui.store import Dataset, ask


def cells_table(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """The cells of the countries looked at, by their H3 id, with what they are worked out from."""
    found = inside(found_of(dataset, choice.way), choice)
    centres = cells_of(dataset).loc[found.index, ["lon", "lat"]]
    rows = pd.DataFrame(
        {"cell": [f"{cell:x}" for cell in found["cell"]], "lon": centres["lon"],
         "lat": centres["lat"], "region_id": found["region_id"],
         "place": found["region_id"].map(names_of(dataset)), "country": found["country"],
         "residents": found["residents"], "counted_people": found["people"]}
    )  # fmt: skip
    values = found.drop(columns=["cell", "region_id", "country", "residents", "people"])
    for name in PERCENT.keys() & set(values):
        values[name] = values[name] * 100
    values = values.rename(columns=PERCENT | NAMES)
    if choice.way.show == COVERED:
        rows["answer"] = _answers(dataset, choice, found)
    return with_words(dataset, choice, pd.concat([rows, values], axis=1).reset_index(drop=True))


def names_of(dataset: Dataset) -> dict[str, str]:
    """Names of the finest regions by id."""
    regions = cells_of(dataset)["region_id"].cat.categories
    rows = ask(dataset, "region").set_index("territory_id")
    rows = rows[rows.index.isin(regions)]
    return dict(zip(rows.index.astype(str), words.places(rows), strict=True))


def _answers(dataset: Dataset, choice: ReachChoice, found: pd.DataFrame) -> "pd.Series[str]":
    """The largest of the three parts, in the words of the legend; else why there is none."""
    complete = is_complete(dataset, choice.way.service)
    classes, numbers = shades.classes(found, choice.way)
    if not complete:
        numbers = shades.of_some(found.assign(map_class=numbers), choice.way)
    said = dict(enumerate(classes)) | {
        UNKNOWN: shades.UNKNOWN_MEANS[complete], CANNOT_TELL: shades.CANNOT_TELL_MEANS[complete],
    }  # fmt: skip
    nobody = (found["people"] == 0) & found["km"].notna()
    return numbers.map(said).where(~nobody, _("nobody in need"))
