"""Who is beside a territory: over land borders, also of countries; else over water."""

from ui import words
from ui.language import per_language
from ui.store import Dataset, ask
from ui.territory.model import Neighbour

LAND = "land"


@per_language(256)
def neighbours(dataset: Dataset, at: str, level: int) -> tuple[Neighbour, ...]:
    """Territories of the same level that share a border, the longest first; without any, the
    nearest within 100 km over water.
    """
    rows = ask(dataset, "neighbour")
    rows = rows[(rows["territory_id"] == at) & (rows["neighbour_level"] == level)]
    regions = ask(dataset, "region").set_index("territory_id")
    single = regions.index[regions["members"].isna()]
    rows = rows[rows["neighbour_id"].isin(single)]
    land = rows[rows["connection"] == LAND].sort_values("border_km", ascending=False)
    shown = land if len(land) else rows.sort_values("distance_km")
    found = []
    for row in shown.to_dict("records"):
        code = str(row["neighbour_id"])
        country = str(regions.loc[code, "country"])
        name = words.country(code) if code == country else str(regions.loc[code, "name"])
        found.append(Neighbour(code, name, country, float(row["distance_km"] or 0)))
    return tuple(found)
