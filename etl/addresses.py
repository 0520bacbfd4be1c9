"""Where publishers' interfaces serve a file: the downloads that source modules declare.

Facts of the interfaces, as their publishers document them:

- Eurostat's dissemination service answers `sdmx/2.1/data/{code}/{key}` (the key names one code
  a dimension, in the order of the dataset's structure; an empty place is all codes) and
  `sdmx/3.0/data/dataflow/ESTAT/{code}/1.0?c[dimension]=code` (by name, in any order). Filters
  are used wherever a reader takes one code of a dimension: population by region with every sex
  and age is 137,000 lines, without them 2,000.
- GISCO's distribution service has an index of NUTS versions, `datasets.json`, beside its files.
- UNHCR's API is paged; it counts by country of asylum and origin only with `coa_all` and
  `coo_all`, and ignores a year bound that comes alone.
- Overpass answers queries over OpenStreetMap; `center` gives areas a point.
"""

from etl.reading import Download

_EUROSTAT = "https://ec.europa.eu/eurostat/api/dissemination/sdmx"
_GISCO = "https://gisco-services.ec.europa.eu"
_UNHCR = "https://api.unhcr.org/population/v1"
_OVERPASS = "https://overpass-api.de/api/interpreter"

# Where OpenStreetMap's two-letter code (ISO 3166-1) is not the one Eurostat uses.
_ISO = {"EL": "GR", "UK": "GB"}


def eurostat_tsv(file: str, code: str, key: str) -> Download:
    """A Eurostat dataset as TSV, compressed if `file` is; `key` as in `A.T.NR.TOTAL.`."""
    packed = "true" if file.endswith(".gz") else "false"
    url = f"{_EUROSTAT}/2.1/data/{code}/{key}?format=TSV&compressed={packed}"
    return Download(file, url, "eurostat")


def eurostat_csv(file: str, code: str, **codes: str) -> Download:
    """A Eurostat dataset as SDMX-CSV, only the lines with `codes` by dimension."""
    packed = "true" if file.endswith(".gz") else "false"
    only = "".join(f"&c[{dimension}]={value}" for dimension, value in codes.items())
    query = f"format=csvdata&formatVersion=2.0&compress={packed}{only}"
    return Download(file, f"{_EUROSTAT}/3.0/data/dataflow/ESTAT/{code}/1.0?{query}", "eurostat")


def gisco_nuts(file: str) -> Download:
    """A file of GISCO's NUTS distribution, kept under the name GISCO gives it."""
    name = file.rpartition("/")[2]
    folder = name.rpartition(".")[2]
    return Download(file, f"{_GISCO}/distribution/v2/nuts/{folder}/{name}", "gisco")


def gisco_services(file: str, service: str, release: int) -> Download:
    """All countries of a GISCO register of basic services (`healthcare`, `education`)."""
    return Download(file, f"{_GISCO}/pub/{service}/{release}/csv/EU.csv")


def unhcr(file: str, dataset: str, **parameters: str) -> Download:
    """All years of a UNHCR dataset by country of asylum and origin, one item a line.

    `coa` (or `coo`) limits the countries of asylum (origin): ISO 3166 alpha-3, by commas.
    """
    asked = {"cf_type": "ISO", "yearFrom": "1951", "yearTo": "{year}"}
    asked |= {f"{side}_all": "true" for side in ("coo", "coa") if side not in parameters}
    query = "&".join(f"{name}={value}" for name, value in (asked | parameters).items())
    return Download(file, f"{_UNHCR}/{dataset}/?{query}", "unhcr")


def overpass(file: str, country: str, selection: str) -> Download:
    """What `selection` finds in a country (Eurostat's code), one element a line.

    `selection` are statements of Overpass QL that end in `(area.country);`.
    """
    area = f'area["ISO3166-1"="{_ISO.get(country, country)}"]["admin_level"="2"]->.country;'
    query = f"[out:json][timeout:180];\n{area}\n(\n{selection}\n);\nout tags center;\n"
    return Download(file, _OVERPASS, "overpass", query)
