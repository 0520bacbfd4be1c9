"""The rows behind the Equality page: by territory and by moment."""

import pandas as pd

from ui import words
from ui.equality.choice import EqualityChoice
from ui.equality.drawn import spread_of
from ui.equality.figures import Equality, equality_of
from ui.store import DEMONSTRATION, Dataset, ask

_FIGURES = (
    "period", "need", "need_lower", "need_upper", "capacity", "capacity_lower",
    "capacity_upper", "capacity_period", "need_share", "capacity_share", "relative",
    "relative_lower", "relative_upper", "need_status", "need_evidence", "capacity_status",
    "capacity_evidence", "need_source_id", "capacity_source_id",
)  # fmt: skip
TERRITORY = (
    "question", "territory_id", "place", "name", "country", "level", "spread",
    "capacity_kind", "unit", "need_definition",
    *(f"{name}_then" for name in _FIGURES), *(f"{name}_now" for name in _FIGURES),
    "gain", "gain_lower", "gain_upper", "gains_or_loses", "parity_percent", "parity_with", "add",
    "give", "take", "capacity_measure_id", "residents", "obs_status", "evidence", "source_id",
)  # fmt: skip
_MEASURES = ("gini", "theil", "between", "within", "equivalent", "mean")
MOMENT = (
    "question", "moment", "spread", "capacity_kind", "need_definition", "level", "territories",
    "territories_lacking", "territories_doubted",
    *(f"{name}{end}" for name in _MEASURES for end in ("", "_lower", "_upper", "_least", "_most")),
    "equivalent_unit", "epsilon", "obs_status", "evidence", "sources", "licences",
)  # fmt: skip


def file_rows(dataset: Dataset, choice: EqualityChoice) -> pd.DataFrame:
    """One row per territory drawn, known or not."""
    rows = spread_of(dataset, choice).rows.reset_index()
    made = rows.rename(columns={"direction": "gains_or_loses"}).assign(
        **_said(choice), parity_percent=choice.parity, parity_with=choice.mean_of,
        capacity_measure_id=rows.get("capacity_measure_id_now"),
        source_id=rows.get("capacity_source_id_now"),
        obs_status=rows.get("capacity_status_now"), evidence=rows.get("capacity_evidence_now"),
    )  # fmt: skip
    for moment in ("then", "now"):
        for share in ("need_share", "capacity_share"):
            name = f"{share}_{moment}"
            if name in made:
                made[name] = made[name].astype(float) * 100
    return made.reindex(columns=[each for each in TERRITORY if each != "question"])


def series_rows(dataset: Dataset, choice: EqualityChoice) -> pd.DataFrame:
    """One row per moment, with every measure, its resampled interval and its found range."""
    view = equality_of(dataset, choice)
    if view is None:
        return pd.DataFrame(columns=[each for each in MOMENT if each != "question"])
    evidence = "synthetic" if dataset.kind == DEMONSTRATION else "estimated"
    behind = ask(dataset, "source").set_index("source_id")
    behind = behind.loc[[each for each in dict.fromkeys(used(view)) if each in behind.index]]
    of = {"lacking": "territories_lacking", "doubted": "territories_doubted"}
    made = view.series.rename(columns=of).assign(
        sources="; ".join(behind["publisher"] + ": " + behind["title"]),
        licences="; ".join(behind["licence"].dropna().unique()),
        **_said(choice), level=choice.where.level, epsilon=choice.epsilon, obs_status="E",
        evidence=evidence, equivalent_unit=f"{choice.subject.many} for one {_one(choice)}",
    )  # fmt: skip
    return made.reindex(columns=[each for each in MOMENT if each != "question"])


def places(view: Equality) -> dict[str, str]:
    """Territories of the view as readers know them."""
    territories = ask(view.dataset, "region")
    rows = territories[territories["territory_id"].isin(view.rows.index)]
    return dict(zip(map(str, rows["territory_id"]), words.places(rows), strict=True))


def used(view: Equality | None, codes: pd.Index | None = None) -> list[str]:
    """Sources behind the territories compared, or behind others named by their codes."""
    if view is None:
        return []
    rows = view.rows.loc[list(view.codes) if codes is None else codes]
    ids = [
        rows[f"{side}_source_id_{when}"]
        for side in ("capacity", "need")
        for when in ("now", "then")
    ]
    return [str(each) for each in pd.concat(ids).dropna()]


def _said(choice: EqualityChoice) -> dict[str, str]:
    subject = choice.subject
    return {
        "spread": subject.label, "capacity_kind": subject.kind, "unit": subject.unit,
        "need_definition": subject.bases[choice.basis],
    }  # fmt: skip


def _one(choice: EqualityChoice) -> str:
    return "resident" if choice.over == "residents" else "in need"
