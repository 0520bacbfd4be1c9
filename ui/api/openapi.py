"""The description of the data routes for programs: OpenAPI 3.1."""

from collections.abc import Mapping
from typing import Any

from ui import store
from ui.api import address, describe
from ui.api.asked import DATA, LIMIT, MOST_VALUES, OFFSET
from ui.api.dcat import MEDIA_TYPE as JSON_LD
from ui.api.kinds import JSON, KINDS
from ui.api.problem import MEDIA_TYPE as PROBLEM
from ui.out.taken import Offer, Parameter
from ui.store import Dataset

Sections = Mapping[str, Mapping[str, Offer]]
_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "number": {"type": ["number", "null"]},
    "whole number": {"type": ["integer", "null"]},
    "true or false": {"type": ["boolean", "null"]},
}
_STATUS = {
    "304": "What you have is still good (If-None-Match).",
    "400": "A parameter or value is not on offer; the answer says what is.",
    "403": "Figures of one's own are given only to this machine and site; large files are not "
    "begun for other sites' pages.",
    "404": "There is no such table, view, format, key or dataset; the answer says what there is.",
    "405": "Data can be read only.",
    "413": "The file would be too large; ask for fewer rows.",
    "414": "The address is too long.",
    "416": "The range begins behind the end of the file.",
    "421": "This host name is not among those the app answers to.",
    "422": "These rows do not fit in this format; the answer says why.",
    "503": "Too much at once, or no dataset; ask again.",
}
_TAKEN = ("304", "400", "403", "404", "405", "413", "414", "416", "421", "422", "503")
_SAID = ("304", "400", "403", "404", "405", "414", "421", "503")


def document(dataset: Dataset, sections: Sections) -> dict[str, Any]:
    """All routes for one dataset, with the values its filters have."""
    paths: dict[str, Any] = dict(_fixed())
    rows: dict[str, Any] = {}
    every = [kind for kind in store.kinds() if store.current(kind)]
    filters: dict[str, Any] = {DATA: _data(every), _HERE: _data([dataset.kind])}
    for section, offers in sections.items():
        for name, each in offers.items():
            described = describe.offer(dataset, section, each)
            rows[f"{section}.{name}"] = _rows(described)
            at = f"{address.BASE}/{section}/{name}"
            paths[at] = _route(f"What {name} holds", _JSON, _ASKED, _SAID)
            own = {f"{section}.{name}.{one['name']}": one for one in _filters(dataset, each)}
            filters |= own
            for key in KINDS:
                paths[f"{at}.{key}"] = _taken(f"{section}.{name}", each, key, list(own))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Groundwork data routes",
            "version": "1.0.0",
            "description": "Every table and view of Groundwork as rows. Missing is null with a "
            "status that says why, never zero. Several values of a filter are repeated "
            "(in=IT&in=ES) or joined by a dot (in=IT.ES).",
        },
        "paths": paths,
        "components": {"schemas": {"Problem": _PROBLEM_SCHEMA, **rows}, "parameters": filters},
    }


def _fixed() -> dict[str, Any]:
    """Routes that are there whatever the dataset holds."""
    about = {
        "": "What there is", "/tables": "Tables", "/views": "Views",
        "/dictionary": "What tables, columns, measures and codes mean",
        "/openapi.json": "This description",
    }  # fmt: skip
    paths = {
        f"{address.BASE}{end}": _route(text, _JSON, _ASKED, _SAID) for end, text in about.items()
    }
    both = {"application/json": _OBJECT, JSON_LD: _OBJECT}
    paths[f"{address.BASE}/catalogue"] = _route("Catalogue", both, _ASKED, _SAID)
    as_ld = _route("Catalogue as DCAT-AP", {JSON_LD: _OBJECT}, _ASKED, _SAID)
    paths[f"{address.BASE}/catalogue.jsonld"] = as_ld
    paths["/healthz"] = _route("Whether the dataset answers", _JSON, [], ("405", "421", "503"))
    paths["/livez"] = _route("Whether the server lives", _JSON, [], ("405", "421"))
    ready = "Whether it can serve a dataset now, and which version"
    paths["/readyz"] = _route(ready, _JSON, [], ("405", "421", "503"))
    return paths


def _taken(name: str, each: Offer, key: str, filters: list[str]) -> dict[str, Any]:
    """Rows in one format; filters by their names among the components."""
    kind = KINDS[key]
    schema = {"type": "string"} if kind.media_type.startswith("text/") else {}
    if key == JSON:
        schema = {"$ref": f"#/components/schemas/{name}"}
    parameters = [{"$ref": f"#/components/parameters/{one}"} for one in (*filters, _HERE)]
    parameters += [_number(LIMIT, 1, kind.most), _number(OFFSET, 0, 10**9)]
    content = {kind.media_type: {"schema": schema}}
    return _route(f"{each.title}: {kind.label}", content, parameters, _TAKEN)


def _filters(dataset: Dataset, each: Offer) -> list[dict[str, Any]]:
    return [_filter(one) for one in each.parameters(dataset, {})]


def _route(
    summary: str, content: dict[str, Any], parameters: list[Any], statuses: tuple[str, ...]
) -> dict[str, Any]:
    """GET of one address."""
    refused = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses: dict[str, Any] = {"200": {"description": summary, "content": content}}
    if "416" in statuses:
        responses["206"] = {"description": "A part of the file (Range).", "content": content}
    for status in statuses:
        responses[status] = {"description": _STATUS[status]}
        if status != "304":
            responses[status]["content"] = refused
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _filter(one: Parameter) -> dict[str, Any]:
    """A filter as a parameter."""
    schema: dict[str, Any] = {"type": "string"}
    if one.allowed:
        schema["enum"] = list(one.allowed)
    elif one.name in describe.PATTERNS:
        schema["pattern"] = describe.PATTERNS[one.name]
    else:
        schema["minLength"] = 1
    said: dict[str, Any] = {"name": one.name, "in": "query", "description": one.about or one.label}
    if one.several and one.name not in describe.PATTERNS:
        schema = {"type": "array", "items": schema, "minItems": 1, "maxItems": MOST_VALUES}
        said |= {"style": "form", "explode": True}
    return said | {"schema": schema}


def _data(kinds: list[str]) -> dict[str, Any]:
    """The dataset: any, or the one whose values are described."""
    about = "Dataset. Filters have the values of the dataset that this description was asked for."
    said = {"name": DATA, "in": "query", "description": about}
    return said | {
        "required": store.PUBLISHED not in kinds,
        "schema": {"type": "string", "enum": kinds},
    }


def _number(name: str, least: int, most: int) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": least, "maximum": most}
    about = {LIMIT: "so many rows at most", OFFSET: "rows to leave out at the beginning"}
    return {"name": name, "in": "query", "description": about[name], "schema": schema}


def _rows(described: Mapping[str, Any]) -> dict[str, Any]:
    """A page of JSON records."""
    once = {"filters", "dataset", "dataset_built", "citation"}
    row = {
        each["name"]: _TYPES[each["type"]] | {"description": each["about"]}
        for each in described["columns"]
        if each["name"] not in once
    }
    whole = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "required": ["name", "total", "limit", "offset", "next", "rows", "citation"],
        "properties": {
            "name": {"const": described["name"]}, "total": whole, "limit": whole, "offset": whole,
            "next": {"type": ["string", "null"]}, "citation": {"type": "string"},
            "rows": {
                "type": "array",
                "items": {
                    "type": "object", "properties": row, "required": list(row),
                    "additionalProperties": False,
                },
            },
        },
    }  # fmt: skip


_HERE = f"{DATA}_described"
_ASKED = [{"$ref": f"#/components/parameters/{DATA}"}]
_OBJECT = {"schema": {"type": "object"}}
_JSON = {"application/json": _OBJECT}
_PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
        "allowed": {"type": "array", "items": {"type": "string"}},
    },
}
