"""The catalogue for portals of open data: DCAT-AP 3 as JSON-LD."""

from collections.abc import Mapping
from typing import Any

from ui.api import address
from ui.api.kinds import JSON, KINDS
from ui.cased import begins
from ui.out.citation import dataset_hash
from ui.out.taken import Offer
from ui.store import Dataset

MEDIA_TYPE = "application/ld+json"
_EU = "http://publications.europa.eu/resource/authority"
_FILE_TYPES = {
    "csv": "CSV", "csv-semicolon": "CSV", "xlsx": "XLSX", "parquet": "PARQUET",
    "geojson": "GEOJSON", "gpkg": "GPKG", "json-stat": "JSON", JSON: "JSON",
}  # fmt: skip
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RIGHTS = (
    "Licences of the publishers, named in each row (columns licence and attribution) and listed "
    "in table source."
)


def catalogue(dataset: Dataset, host: str, sections: Mapping[str, Mapping[str, Offer]]) -> Any:
    """A dcat:Catalog of every table and view; `host` is where it is asked, https://host."""
    root = f"{host}{address.BASE}"
    offers = [(name, each) for name, found in sections.items() for each in found.values()]
    entries = [_dataset(dataset, root, section, each) for section, each in offers]
    publisher = {"@type": "foaf:Agent", "foaf:name": _text("Groundwork")}
    return {
        "@context": _CONTEXT,
        "@id": f"{root}/catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _text("Groundwork: territorial integration capacity in Europe"),
        "dct:description": _text(_about(dataset)),
        "dct:publisher": publisher,
        "dct:language": {"@id": f"{_EU}/language/ENG"},
        "dct:modified": _moment(dataset),
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
        "dcat:dataset": [each | {"dct:publisher": publisher} for each in entries],
        "dcat:service": {
            "@id": root,
            "@type": "dcat:DataService",
            "dct:title": _text("Groundwork data routes"),
            "dcat:endpointURL": {"@id": root},
            "dcat:endpointDescription": {"@id": f"{root}/openapi.json"},
            "dcat:servesDataset": [{"@id": each["@id"]} for each in entries],
        },
    }


def _dataset(dataset: Dataset, root: str, section: str, each: Offer) -> dict[str, Any]:
    at = f"{root}/{section}/{each.name}"
    return {
        "@id": at,
        "@type": "dcat:Dataset",
        "dct:identifier": f"{each.name}@{dataset_hash(dataset)[:12]}",
        "dct:title": _text(each.title),
        "dct:description": _text(f"{begins(each.grain)}. {_about(dataset)}"),
        "dct:modified": _moment(dataset),
        "dct:language": {"@id": f"{_EU}/language/ENG"},
        "dct:spatial": {"@id": f"{_EU}/continent/EUROPE"},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/SOCI"},
        "dcat:landingPage": {"@id": f"{root.removesuffix(address.BASE)}/sources"},
        "dcat:distribution": [_distribution(dataset, at, key) for key in KINDS],
    }


def _distribution(dataset: Dataset, at: str, key: str) -> dict[str, Any]:
    asked = "" if dataset.kind == "published" else f"?data={dataset.kind}"
    bare = KINDS[key].media_type.partition(";")[0]
    return {
        "@id": f"{at}.{key}",
        "@type": "dcat:Distribution",
        "dct:title": _text(KINDS[key].label),
        "dcat:accessURL": {"@id": at + asked},
        "dcat:downloadURL": {"@id": f"{at}.{key}{asked}"},
        "dct:format": {"@id": f"{_EU}/file-type/{_FILE_TYPES.get(key, 'OCTET')}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{bare}"},
        "dct:modified": _moment(dataset),
        "dct:rights": {"@type": "dct:RightsStatement", "dct:description": _text(_RIGHTS)},
        "dct:license": {"@id": f"{at.rpartition('/')[0].rpartition('/')[0]}/tables/source"},
    }


def _about(dataset: Dataset) -> str:
    marked = f" {dataset.watermark}." if dataset.watermark else ""
    return (
        "Needs of newcomers and what territories of Europe can offer, from figures of named "
        f"publishers. Missing is unknown and never zero.{marked}"
    )


def _text(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _moment(dataset: Dataset) -> dict[str, str]:
    return {
        "@value": dataset.built.astimezone().isoformat(timespec="seconds"),
        "@type": "xsd:dateTime",
    }
