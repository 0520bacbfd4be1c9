"""Which of UNHCR's countries of asylum are which territory of the map.

Serbia and Kosovo* are one country of asylum in UNHCR's datasets, until 2005 with Montenegro.
Their figures are no territory's of the map and are kept in table `set_aside`.
"""

from etl.readers.unhcr import Item

# ISO 3166-1 alpha-3 -> Eurostat's code, every country of the map.
COUNTRIES = {
    "ALB": "AL", "AUT": "AT", "BEL": "BE", "BGR": "BG", "BIH": "BA", "CHE": "CH", "CYP": "CY",
    "CZE": "CZ", "DEU": "DE", "DNK": "DK", "ESP": "ES", "EST": "EE", "FIN": "FI", "FRA": "FR",
    "GBR": "UK", "GRC": "EL", "HRV": "HR", "HUN": "HU", "IRL": "IE", "ISL": "IS", "ITA": "IT",
    "LIE": "LI", "LTU": "LT", "LUX": "LU", "LVA": "LV", "MKD": "MK", "MLT": "MT", "MNE": "ME",
    "NLD": "NL", "NOR": "NO", "POL": "PL", "PRT": "PT", "ROU": "RO", "SRB": "RS", "SVK": "SK",
    "SVN": "SI", "SWE": "SE", "TUR": "TR", "UKR": "UA", "XKX": "XK",
}  # fmt: skip
_FIRST_YEAR = 2000
_LAST_YEAR_WITH_MONTENEGRO = 2005


def why_outside(item: Item) -> str | None:
    """Why a record is of no country or year of the map; None when it is."""
    if item.text("coa_iso") not in COUNTRIES:
        return "not a country of the map"
    return f"before {_FIRST_YEAR}" if item.year < _FIRST_YEAR else None


def no_territory(item: Item) -> str | None:
    """Why a country of asylum is not one territory of the map; None when it is."""
    if item.text("coa_iso") != "SRB":
        return None
    if item.year <= _LAST_YEAR_WITH_MONTENEGRO:
        return "one figure for Serbia, Kosovo* and Montenegro together"
    joint = "Kosovo" in item.text("coa_name")
    return "one figure for Serbia and Kosovo* together" if joint else None
