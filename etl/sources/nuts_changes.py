"""Which NUTS codes ended, and which took their place: NUTS 2013, 2016, 2021 and 2024.

The table of facts is `nuts_changes.csv` beside this module: a line per code that ended and code
that has some of its land, with the residents and the area that went there. It has all codes of
levels 1 to 3 that ended; a code that goes on is not in it, even where its border moved. Rules
it was written by:

- Residents are those of 2021 (United Kingdom 2011), area is without the sea. Levels 1 and 2 are
  sums of level 3. Both are blank where they are not known; a code with one successor needs none.
- What took less than one resident in 200 to another region is left out: a municipality changed
  sides, and the code is taken as renamed.
- Where NUTS 2024 has a region again that NUTS 2021 had merged (Norway), the line leads from
  NUTS 2016 straight to NUTS 2024; so no figure is merged and then split by a share.
"""

from pathlib import Path

import pandas as pd

from etl.reading import Reading, Source, records

_PATH = Path(__file__).with_suffix(".csv")
_COLUMNS = ("old_version", "old_code", "new_version", "new_code", "persons", "area_km2")
_OLD = ["old_version", "new_version", "old_code"]
_NEW = ["old_version", "new_version", "new_code"]


def read(folder: Path) -> Reading:
    """Table `nuts_change`; the facts are in the repository, nothing is read from `folder`."""
    reading = Reading("nuts_changes")
    reading.tables["nuts_change"] = changes()
    reading.loaded(_PATH.name, len(reading.tables["nuts_change"]))
    return reading


def changes() -> pd.DataFrame:
    """The facts in the shape of table `nuts_change`: kinds and shares follow from the lines."""
    rows = pd.DataFrame([dict(record) for _, record in records(_PATH, _COLUMNS)])
    rows["persons"] = pd.to_numeric(rows["persons"])
    rows["area_km2"] = pd.to_numeric(rows["area_km2"])
    rows["share"] = _share(rows, "persons")
    rows["area_share"] = _share(rows, "area_km2")
    rows["kind"] = _kind(rows)
    return rows.assign(source_id=SOURCE.source_id)


def _share(rows: pd.DataFrame, column: str) -> pd.Series:
    """Part of the old code's `column` in each line; missing where one of its lines has none."""
    ended = rows.groupby(_OLD)[column]
    known = ended.transform("count") == ended.transform("size")
    share = (rows[column] / ended.transform("sum")).where(known)
    return share.where(ended.transform("size") > 1, 1.0)


def _kind(rows: pd.DataFrame) -> pd.Series:
    """Recoded, merged or split where whole regions are; shifted where borders were redrawn."""
    alone = rows.groupby(_NEW)["old_code"].transform("size") == 1
    whole = rows.groupby(_OLD)["new_code"].transform("size") == 1
    of_whole = whole.groupby([rows[name] for name in _NEW]).transform("all")
    to_alone = alone.groupby([rows[name] for name in _OLD]).transform("all")
    kind = pd.Series("shifted", index=rows.index)
    kind = kind.mask(~whole & to_alone, "split").mask(of_whole, "merged")
    return kind.mask(whole & alone, "recoded")


SOURCE = Source(
    source_id="nuts_changes",
    title="NUTS converter: residents and area shared by regions of two NUTS versions, 2025.08",
    publisher="European Commission, Joint Research Centre",
    url="https://urban.jrc.ec.europa.eu/nutsconverter",
    licence="reuse with credit, Commission Decision 2011/833/EU",
    attribution="© European Union, Joint Research Centre",
    vintage="NUTS 2013, 2016, 2021 and 2024",
    caveats=(
        "Facts taken over from the conversion matrices for codes that ended, as the R package "
        "nuts republishes them. The lines of Fermanagh and Omagh are missing there and follow "
        "from the matrix of NUTS 2. European Union, United Kingdom and Norway; elsewhere no code "
        "ended, or it is not recorded here. A code that goes on counts as the same region, "
        "though in the Netherlands, Thuringia and Norway some lost up to a tenth of their "
        "residents. Göttingen's merger of 2016 is entered without residents."
    ),
    files=(str(_PATH),),
    read=read,
)
