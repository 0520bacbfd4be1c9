"""Ready lines that read an address of data: curl, pandas, DuckDB, R.

In a CSV of ours an empty cell is missing and `NA` is Namibia, which most readers take for missing
unless they are told: the lines tell them.
"""

import json
import shlex
from collections.abc import Mapping

_PANDAS = {
    "csv": 'pd.read_csv({url}, keep_default_na=False, na_values=[""])',
    "csv-semicolon": 'pd.read_csv(\n    {url},\n    sep=";", decimal=",", keep_default_na=False, '
    'na_values=[""],\n)',
    "xlsx": 'pd.read_excel({url}, keep_default_na=False, na_values=[""])',
    "parquet": "pd.read_parquet({url})",
    "json": 'pd.DataFrame(json.load(urlopen({url}))["rows"])',
    "json-stat": "json.load(urlopen({url}))",
}
_DUCKDB = {
    "csv": "from read_csv({url}, delim = ',', nullstr = '');",
    "csv-semicolon": "from read_csv({url}, delim = ';', decimal_separator = ',', nullstr = '');",
    "parquet": "from read_parquet({url});",
    "json": "select unnest(rows, recursive := true) from read_json({url});",
    "json-stat": "from read_json({url});",
}
_R = {
    "csv": 'rows <- readr::read_csv({url}, na = "")',
    "csv-semicolon": 'rows <- readr::read_csv2({url}, na = "")',
    "parquet": "rows <- arrow::read_parquet({url})",
    "json": "rows <- jsonlite::fromJSON({url})$rows",
    "json-stat": "rows <- rjstat::fromJSONstat(readLines({url}))",
}
_ENDS = {"csv-semicolon": "csv", "json-stat": "json"}


def recipes(url: str, form: str) -> Mapping[str, str]:
    """Programme -> lines that read the rows at `url`, an address in that format.

    Raises KeyError for a format there is not.

    >>> print(recipes("http://127.0.0.1:8501/a.parquet", "parquet")["DuckDB"])
    install httpfs; load httpfs;
    from read_parquet('http://127.0.0.1:8501/a.parquet');
    """
    file = f"rows.{_ENDS.get(form, form)}"
    return {
        "curl": f"curl --fail --compressed --output {file} {shlex.quote(url)}",
        "pandas": _pandas(url, form),
        "DuckDB": _duckdb(url, form),
        "R": _r(url, form, file),
    }


def _pandas(url: str, form: str) -> str:
    quoted = json.dumps(url)
    if form == "geojson":
        return f"import geopandas as gpd\n\nrows = gpd.read_file({quoted})"
    if form == "gpkg":
        return (
            "from urllib.request import urlretrieve\n\nimport geopandas as gpd\n\n"
            f'urlretrieve({quoted}, "rows.gpkg")\nrows = gpd.read_file("rows.gpkg", layer="rows")'
        )
    imports = "import pandas as pd"
    if form.startswith("json"):
        imports = "import json\nfrom urllib.request import urlopen"
        imports += "\n\nimport pandas as pd" if form == "json" else ""
    return f"{imports}\n\nrows = {_PANDAS[form].format(url=quoted)}"


def _duckdb(url: str, form: str) -> str:
    quoted = "'" + url.replace("'", "''") + "'"
    if form in ("geojson", "gpkg"):
        layer = ", layer = 'rows'" if form == "gpkg" else ""
        return f"install spatial; load spatial;\nfrom st_read('/vsicurl/' || {quoted}{layer});"
    if form == "xlsx":
        return f"install httpfs; load httpfs; install excel; load excel;\nfrom read_xlsx({quoted});"
    return f"install httpfs; load httpfs;\n{_DUCKDB[form].format(url=quoted)}"


def _r(url: str, form: str, file: str) -> str:
    quoted = json.dumps(url)
    if form in ("geojson", "gpkg"):
        layer = ', layer = "rows"' if form == "gpkg" else ""
        return f"rows <- sf::st_read({quoted}{layer})"
    if form == "xlsx":
        return (
            f'download.file({quoted}, "{file}", mode = "wb")\nrows <- readxl::read_xlsx("{file}")'
        )
    return _R[form].format(url=quoted)
