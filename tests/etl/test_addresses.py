"""Addresses as the publishers' interfaces want them, and every source's among its files."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from etl import addresses
from etl.reading import Source
from etl.sources import SOURCES

FETCHABLE = [source for source in SOURCES if source.downloads]


def test_a_key_names_one_code_a_dimension() -> None:
    wide = addresses.eurostat_tsv("eurostat/x.tsv.gz", "demo_r_pjangrp3", "A.T.NR.TOTAL.")
    assert wide.url == (
        "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1"
        "/data/demo_r_pjangrp3/A.T.NR.TOTAL.?format=TSV&compressed=true"
    )


def test_a_filter_names_its_dimension() -> None:
    long = addresses.eurostat_csv("eurostat/y.csv", "migr_asytpsm", sex="T", citizen="UA")
    assert long.url == (
        "https://ec.europa.eu/eurostat/api/dissemination/sdmx/3.0"
        "/data/dataflow/ESTAT/migr_asytpsm/1.0"
        "?format=csvdata&formatVersion=2.0&compress=false&c[sex]=T&c[citizen]=UA"
    )


@pytest.mark.parametrize("name", ["NUTS_AT_2024.csv", "NUTS_RG_20M_2021_4326_LEVL_0.geojson"])
def test_gisco_sorts_its_files_by_form(name: str) -> None:
    form = name.rpartition(".")[2]
    download = addresses.gisco_nuts(f"gisco/{name}")
    assert download.file == f"gisco/{name}"
    assert download.url.endswith(f".ec.europa.eu/distribution/v2/nuts/{form}/{name}")


def test_unhcr_counts_by_country_only_when_asked_to() -> None:
    every = addresses.unhcr("unhcr/x.jsonl", "solutions").url
    assert {"coo_all=true", "coa_all=true", "cf_type=ISO"} <= set(urlsplit(every).query.split("&"))
    named = addresses.unhcr("unhcr/x.jsonl", "solutions", coa="AUT,BEL").url
    assert "coa=AUT,BEL" in named
    assert "coa_all" not in named
    assert "coo_all=true" in named


@pytest.mark.parametrize(("country", "iso"), [("AT", "AT"), ("EL", "GR"), ("UK", "GB")])
def test_overpass_knows_countries_by_their_iso_code(country: str, iso: str) -> None:
    query = addresses.overpass("osm/x.jsonl", country, "nwr(area.country);").query
    assert query is not None
    assert f'area["ISO3166-1"="{iso}"]["admin_level"="2"]->.country;' in query


@pytest.mark.parametrize("source", FETCHABLE, ids=lambda source: source.source_id)
def test_what_is_fetched_is_what_is_read(source: Source) -> None:
    """Each download is a file of its source, perhaps as JSON lines, and none is left out."""
    files = [download.file for download in source.downloads]
    read = [str(Path(name).with_suffix(".jsonl")) for name in source.files]
    assert sorted(files) in (sorted(source.files), sorted(read))
    assert all(urlsplit(download.url).scheme == "https" for download in source.downloads)


def test_most_sources_can_be_fetched() -> None:
    hosts = {urlsplit(d.url).hostname for source in FETCHABLE for d in source.downloads}
    assert hosts == {
        "api.unhcr.org",
        "ec.europa.eu",
        "gisco-services.ec.europa.eu",
        "overpass-api.de",
        "raw.githubusercontent.com",
    }
    assert all(source.downloads for source in SOURCES if not source.shipped)
