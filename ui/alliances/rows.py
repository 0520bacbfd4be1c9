"""The pairs of a view with everything that says what they are of and where they are from."""

import numpy as np
import pandas as pd

from ui import words
from ui.alliances.known import Alliances
from ui.store import ask

# What the file says of both sides' figures, and the ledger's column that says it.
_OF_SIDES = {
    "need_status": "need_status", "need_evidence": "need_evidence",
    "supply_period": "capacity_period", "supply_status": "capacity_status",
    "supply_evidence": "capacity_evidence",
}  # fmt: skip
_COLUMNS = (
    "question", "service", "group_id", "standard", "benchmark", "benchmark_edited",
    "need_definition", "capacity_kind", "unit",
    "helper_id", "helper", "short_id", "short", "connection", "across_border", "border_km",
    "water_km", "shared_lower", "shared_upper", "surplus_lower", "surplus_upper",
    "shortage_lower", "shortage_upper", "shared_overall", "alliance",
    "helper_period", "short_period",
    *(f"{side}_{each}" for side in ("helper", "short") for each in _OF_SIDES), "older",
    "helper_newer_need", "helper_newer_period", "sources", "licences", "urls", "boundaries",
)  # fmt: skip
_SOURCES = ("need_source_id", "capacity_source_id")


def file_rows(view: Alliances) -> pd.DataFrame:
    """One row per helper and neighbour it could help; an end that nobody knows is empty."""
    choice, rows = view.choice.shortage, view.ledger.rows
    shares = view.shares.replace(np.inf, np.nan).rename(
        columns={"along": "shared_overall", "distance_km": "water_km"}
    )
    for side in ("helper", "short"):
        shares[side] = shares[f"{side}_id"].map(rows["place"])
        shares[f"{side}_period"] = shares[f"{side}_id"].map(rows["period"])
        for name, column in _OF_SIDES.items():
            shares[f"{side}_{name}"] = shares[f"{side}_id"].map(rows[column])
    for name in ("newer_need", "newer_period"):
        shares[f"helper_{name}"] = shares["helper_id"].map(view.doubts[name])
    shares["alliance"] = _alliances(view)
    shares["water_km"] = shares["water_km"].where(shares["connection"] == "water")
    used = [
        _used(rows, [helper, short])
        for helper, short in zip(shares["helper_id"], shares["short_id"], strict=True)
    ]
    sources = ask(view.dataset, "source").set_index("source_id")
    titles = sources["publisher"] + ": " + sources["title"]
    for name, of in (
        ("sources", titles),
        ("licences", sources["licence"]),
        ("urls", sources["url"]),
    ):
        shares[name] = ["; ".join(dict.fromkeys(of.reindex(ids).dropna())) for ids in used]
    constant = {
        "question": view.choice.question(), "service": choice.standard.service,
        "group_id": choice.standard.group_id, "standard": choice.standard.label,
        "benchmark": choice.threshold, "unit": choice.standard.unit,
        "benchmark_edited": "yes, by the reader" if choice.edited else "no",
        "need_definition": choice.basis.label, "capacity_kind": choice.standard.supply_kind,
        "boundaries": words.BOUNDARIES,
    }  # fmt: skip
    shares[["border_km", "water_km"]] = shares[["border_km", "water_km"]].round(1)
    return shares.assign(**constant).reindex(columns=list(_COLUMNS))


def _alliances(view: Alliances) -> list[str | None]:
    """The small alliance that both of a pair are in, as codes joined by a blank."""
    inside = {member: each.members for each in view.clusters for member in each.members}
    return [
        " ".join(inside[helper]) if short in inside.get(helper, ()) else None
        for helper, short in zip(view.shares["helper_id"], view.shares["short_id"], strict=True)
    ]


def _used(rows: pd.DataFrame, ids: list[str]) -> list[str]:
    """Sources of both gaps, each once."""
    found = rows.loc[ids, list(_SOURCES)].to_numpy().ravel()
    return [str(each) for each in dict.fromkeys(found) if words.is_known(each)]


def used(view: Alliances) -> list[str]:
    """Sources behind the gaps that are known, those behind most first."""
    known = view.ledger.rows[view.found["surplus_lower"].notna()]
    ids = pd.concat([known[each] for each in _SOURCES]).dropna()
    return [str(each) for each in ids.value_counts().index]
