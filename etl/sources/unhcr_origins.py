"""Where the people UNHCR counts are from: its records of a country of asylum, one by one.

Table `origin` has the records of the latest three years as they are published, for languages
and ties that depend on the country of origin. Small cells are rounded to 5 by the publisher.
"""

import pandas as pd
from babel.core import get_global

from etl.readers.unhcr import Item
from etl.sources.unhcr_countries import COUNTRIES, no_territory

YEARS = 3
_COLUMNS = {
    "refugees": "refugees_persons",
    "asylum_seekers": "asylum_seekers_persons",
    "oip": "others_persons",
}


class Origins:
    """Collects records while they are read; of records that repeat, the first counts."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._rows: dict[tuple[int, str, str], dict[str, object]] = {}

    def take(self, item: Item, file: str) -> None:
        """Keep a record of the map that has a figure."""
        counts = {name: item.count(column) for column, name in _COLUMNS.items()}
        if no_territory(item) is not None or not any(counts.values()):
            return
        key = (item.year, item.text("coa_iso"), item.text("coo"))
        self._rows.setdefault(
            key,
            {
                "territory_id": COUNTRIES[item.text("coa_iso")],
                "origin": origin_of(item),
                "origin_name": item.text("coo_name") or item.text("coo"),
                "period": str(item.year),
                **counts,
                "source_id": self._module,
                "evidence": "published",
                "note": "small cells are rounded to 5 by the publisher",
                "source_file": file,
                "source_line": item.number,
            },
        )

    def table(self) -> pd.DataFrame:
        """Table `origin`; the latest year is provisional."""
        latest = max((year for year, _, _ in self._rows), default=0)
        rows = [
            row | {"obs_status": "P" if year == latest else "A"}
            for (year, _, _), row in self._rows.items()
            if year > latest - YEARS
        ]
        return pd.DataFrame(rows)


def origin_of(item: Item) -> str:
    """The country of origin; Serbia and Kosovo* together are both, joined by a plus."""
    if item.text("coo_iso") == "SRB" and "Kosovo" in item.text("coo_name"):
        return "RS+XK"
    return country_code(item.text("coo_iso") or item.text("coo"))


def country_code(iso: str) -> str:
    """ISO 3166-1 alpha-2 of an alpha-3 code; the code itself where it is of no country.

    >>> country_code("AFG"), country_code("UNK")
    ('AF', 'UNK')
    """
    return str(get_global("territory_aliases").get(iso, [iso])[0])
