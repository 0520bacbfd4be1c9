"""NUTS 2024 and NUTS 2021: territories, and the region each cell of land lies in.

Displayed are NUTS 2024 and, for the United Kingdom, NUTS 2021 (the last version it is in).
A code that is in both versions is taken as the same region: where a border moved by a
municipality, or the two generalised files differ by a coast, its cells follow NUTS 2024.
"""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from etl.addresses import gisco_nuts
from etl.geography import area_km2, cells_of
from etl.reading import Reading, Source, records
from etl.sources.nuts_changes import changes

LEVELS = (0, 1, 2, 3)
_URBAN = {"1": "urban", "2": "intermediate", "3": "rural"}
_TYPOLOGY = "gisco/NUTS_AT_2024.csv"

# Territories that publishers report together: parent, name, members.
JOINT = {
    "ITH1+ITH2": ("ITH", "Trentino-Alto Adige/Südtirol", ("ITH1", "ITH2")),
}


def _file(version: str, level: int) -> str:
    return f"gisco/NUTS_RG_20M_{version}_4326_LEVL_{level}.geojson"


_FILES = (*(_file(version, level) for version in ("2021", "2024") for level in LEVELS), _TYPOLOGY)


def read(folder: Path) -> Reading:
    """Tables `territory`, `cell` and `outline` (finest regions as GISCO draws them)."""
    reading = Reading("nuts")
    polygons = {version: _polygons(folder, version, reading) for version in ("2021", "2024")}
    urban = _urban_types(folder, reading)
    territories = pd.concat(
        [_territories(polygons[version], version, urban) for version in polygons]
    )
    reading.tables["territory"] = pd.concat([territories, _joint(territories)], ignore_index=True)
    shown = _shown(polygons["2021"], polygons["2024"])
    reading.tables["cell"] = _cells(polygons["2021"], polygons["2024"], shown)
    reading.tables["outline"] = pd.DataFrame(
        {"territory_id": shown["territory_id"], "wkb": shown.geometry.to_wkb()}
    )
    return reading


def _polygons(folder: Path, version: str, reading: Reading) -> gpd.GeoDataFrame:
    """Every region of a version with its polygon, all levels in one frame."""
    frames = []
    for level in LEVELS:
        frame = gpd.read_file(folder / _file(version, level))
        reading.loaded(_file(version, level), len(frame))
        frames.append(frame)
    regions = pd.concat(frames, ignore_index=True).rename(columns={"NUTS_ID": "territory_id"})
    if regions["territory_id"].duplicated().any():
        raise ValueError(f"NUTS {version}: a code is there twice")
    return gpd.GeoDataFrame(regions, crs=frames[0].crs)


def _urban_types(folder: Path, reading: Reading) -> dict[str, str]:
    """NUTS 3 code -> urban type, where Eurostat gives one."""
    types = {}
    for _, row in records(folder / _TYPOLOGY, ("NUTS_ID", "URBN_TYPE")):
        if row["URBN_TYPE"]:
            types[row["NUTS_ID"]] = _URBAN[row["URBN_TYPE"]]
            reading.loaded(_TYPOLOGY)
        else:
            reading.leave_out(_TYPOLOGY, "no urban type given")
    return types


def _territories(polygons: gpd.GeoDataFrame, version: str, urban: dict[str, str]) -> pd.DataFrame:
    """Rows of table `territory` for one version."""
    points = polygons.geometry.representative_point()
    level = polygons["LEVL_CODE"].astype(int)
    country = polygons["CNTR_CODE"]
    return pd.DataFrame(
        {
            "territory_id": polygons["territory_id"],
            "version": version,
            "level": level,
            "parent_id": [
                code[:-1] if depth else None
                for code, depth in zip(polygons["territory_id"], level, strict=True)
            ],
            "country": country,
            "name": polygons["NAME_LATN"].str.strip(),
            "local_name": polygons["NUTS_NAME"].str.strip(),
            "members": None,
            "urban_type": polygons["territory_id"].map(urban) if version == "2024" else None,
            "area_km2": [round(area_km2(shape), 3) for shape in polygons.geometry],
            "lon": points.x.round(5),
            "lat": points.y.round(5),
            "shown": (version == "2024") | (country == "UK"),
        }
    )


def _joint(territories: pd.DataFrame) -> pd.DataFrame:
    """Rows for territories that are reported together."""
    current = territories[territories["version"] == "2024"].set_index("territory_id")
    rows = []
    for territory_id, (parent, name, members) in JOINT.items():
        parts = current.loc[list(members)]
        first = parts.iloc[0]
        rows.append(
            {
                "territory_id": territory_id,
                "version": "2024",
                "level": first["level"],
                "parent_id": parent,
                "country": first["country"],
                "name": name,
                "local_name": name,
                "members": "+".join(members),
                "urban_type": None,
                "area_km2": parts["area_km2"].sum(),
                "lon": parts["lon"].mean(),
                "lat": parts["lat"].mean(),
                "shown": True,
            }
        )
    return pd.DataFrame(rows)


def _finest(polygons: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The regions that have no region below them: NUTS 3, and coarser where it ends there."""
    codes = polygons["territory_id"]
    parents = {code[:-1] for code in codes if len(code) > 2}
    return polygons[~codes.isin(parents)]


def _shown(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The finest regions of the display geography."""
    kingdom = old[old["CNTR_CODE"] == "UK"]
    return pd.concat([_finest(new), _finest(kingdom)], ignore_index=True)


def _cells(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame, shown: gpd.GeoDataFrame) -> pd.DataFrame:
    """Table `cell`: the finest region of the display geography and of NUTS 2021."""
    cells = cells_of(shown).rename("nuts_2024").to_frame()
    cells["nuts_2021"] = cells_of(_finest(old)).reindex(cells.index)
    old_codes, new_codes = set(old["territory_id"]), set(shown["territory_id"])
    stays = cells["nuts_2024"].isin(old_codes)
    ended = cells["nuts_2021"].isin(old_codes - new_codes) & _is_listed(cells)
    cells["nuts_2021"] = cells["nuts_2024"].where(stays, cells["nuts_2021"].where(ended))
    # A new region's cells that touch no ended region it is made of (a coast, a border drawn
    # otherwise in the other file) follow the region's majority.
    majority = (
        cells.dropna(subset="nuts_2021")
        .groupby("nuts_2024")["nuts_2021"]
        .agg(lambda codes: codes.value_counts().index[0])
    )
    cells["nuts_2021"] = cells["nuts_2021"].fillna(cells["nuts_2024"].map(majority))
    return cells.rename_axis("cell").reset_index()


def _is_listed(cells: pd.DataFrame) -> pd.Series:
    """Whether a cell's new region is made of its old one, or the table of changes lacks it."""
    step = changes()
    step = step[(step["old_version"] == "2021") & (step["new_version"] == "2024")]
    pairs = pd.MultiIndex.from_frame(step[["old_code", "new_code"]])
    moved = pd.MultiIndex.from_frame(cells[["nuts_2021", "nuts_2024"]])
    return ~cells["nuts_2024"].isin(step["new_code"]) | moved.isin(pairs)


SOURCE = Source(
    source_id="nuts",
    title="NUTS 2024 and 2021, regions, 1:20 million",
    publisher="Eurostat GISCO",
    url="https://ec.europa.eu/eurostat/web/gisco/geodata/statistical-units/territorial-units-statistics",
    licence="free for non-commercial use with credit",
    attribution="© EuroGeographics for the administrative boundaries",
    vintage="NUTS 2024; NUTS 2021 for the United Kingdom",
    caveats=(
        "Outlines shown are dissolved from hexagonal cells of about 36 km² and simplified: "
        "good for comparing regions, not for reading where a border runs. The United Kingdom "
        "keeps its NUTS 2021 codes. Ukraine has no regions below the country here."
    ),
    files=_FILES,
    read=read,
    caveats_fetched=(
        "Outlines shown are the publisher's at 1:20 million, simplified by about a kilometre: "
        "good for comparing regions, not for reading where a border runs. The United Kingdom "
        "keeps its NUTS 2021 codes. Ukraine has no regions below the country here."
    ),
    downloads=tuple(gisco_nuts(file) for file in _FILES),
)
