"""The rows behind the Scenario page, for files: territories, moves, plans side by side."""

from typing import Any

import pandas as pd

from analysis.gap import ANSWERS, UNKNOWN
from analysis.scenario.applied import ADDED
from analysis.scenario.costs import Cost
from analysis.scenario.fairness import Measured
from analysis.scenario.plan import Change
from analysis.scenario.state import AFTER
from ui import gap_table, words
from ui.area import records
from ui.scenario.change_record import record_of
from ui.scenario.change_text import text_of
from ui.scenario.choice import ScenarioChoice
from ui.scenario.compared import NAN, Column, against, columns_of
from ui.scenario.found import Outcome, Scenario, scenario_of
from ui.scenario.text import written
from ui.store import DEMONSTRATION, Dataset, ask

TODAY = "Today"
# What nobody published: it follows from today's figures and from what the plan assumes.
ASSUMED, SYNTHETIC = "assumed by the plan", "synthetic"
_AFTER = [*(f"after_{name}" for name in AFTER), "after_answer", "after_missing"]
_OF_TODAY = (
    "territory_id", "place", "name", "country", "level", "unit", "period", "capacity_period",
    "need_status", "need_evidence", "need_source", "need_licence", "need_retrieved_on",
    "capacity_status", "capacity_evidence", "capacity_source", "capacity_licence",
    "capacity_retrieved_on",
)  # fmt: skip


def territories(dataset: Dataset, choice: ScenarioChoice) -> pd.DataFrame:
    """One row per territory drawn: today's need, supply and gap, and the same after the plan."""
    scenario = scenario_of(dataset, choice)
    rows = gap_table.table(scenario.today)
    outcome = scenario.looked
    after = scenario.today.rows if outcome is None else outcome.applied.rows
    moved = after.reindex(columns=[*ADDED.values(), *_AFTER])
    if outcome is None:
        moved[list(ADDED.values())] = 0
        moved[_AFTER] = after[[name.removeprefix("after_") for name in _AFTER]].to_numpy(object)
    rows = rows.merge(moved.infer_objects(), left_on="territory_id", right_index=True)
    rows.insert(1, "plan", TODAY if outcome is None else outcome.plan.name)
    rows.insert(2, "plan_text", "" if outcome is None else written([outcome.plan]))
    rows["after_evidence"] = _evidence(dataset)
    return rows.assign(question=choice.question())


def ledger(dataset: Dataset, choice: ScenarioChoice) -> pd.DataFrame:
    """One row per change of the plan and territory it moves: people and places, whole."""
    scenario = scenario_of(dataset, choice)
    today = gap_table.table(scenario.today).reindex(columns=list(_OF_TODAY))
    outcome = scenario.looked
    moves = _moves(outcome) if outcome else _no_moves()
    found = moves.merge(today, on="territory_id", how="left", validate="m:1")
    found.insert(0, "question", choice.question())
    found["move_evidence"] = _evidence(dataset)
    return found.assign(boundaries=words.BOUNDARIES)


def compared(dataset: Dataset, choice: ScenarioChoice) -> pd.DataFrame:
    """One row per plan, today's first: what is missing, how equal, who comes, what it costs."""
    scenario = scenario_of(dataset, choice)
    today, *plans = columns_of(scenario)
    nothing = {"changes": 0, "persons_asked": 0, "persons_impossible": 0, "limits": ""}
    rows = [{**_column(today, today), **nothing}]
    for outcome, column in zip(scenario.outcomes, plans, strict=True):
        rows.append({**_column(column, today), **_told(outcome)})
    found = pd.DataFrame(rows).assign(unit=scenario.today.unit())
    found.insert(0, "question", choice.question())
    found["evidence"] = [_best_evidence(dataset), *[_evidence(dataset)] * len(plans)]
    return found.assign(**_sources(dataset, scenario), boundaries=words.BOUNDARIES)


def _evidence(dataset: Dataset) -> str:
    return SYNTHETIC if dataset.kind == DEMONSTRATION else ASSUMED


def _best_evidence(dataset: Dataset) -> str:
    """Sums of figures of several publishers are worked out, not published."""
    return SYNTHETIC if dataset.kind == DEMONSTRATION else "estimated"


def _moves(outcome: Outcome) -> pd.DataFrame:
    parts = [_described(at, change) for at, change in enumerate(outcome.plan.changes)]
    changes = pd.DataFrame(parts, columns=["change", "change_kind", "change_text", "change_rule"])
    found = outcome.applied.ledger.merge(changes, on="change", validate="m:1")
    found.insert(0, "plan", outcome.plan.name)
    # Readers count from one.
    return found.assign(change=found["change"] + 1)


def _described(at: int, change: Change) -> dict[str, Any]:
    record = record_of(change)
    return {
        "change": at, "change_kind": record["change"], "change_text": text_of(change),
        "change_rule": record.get("rule", ""),
    }  # fmt: skip


def _no_moves() -> pd.DataFrame:
    names = ("plan", "change", "territory_id", "persons", "places", "places_lower",
             "places_upper", "change_kind", "change_text", "change_rule")  # fmt: skip
    return pd.DataFrame({name: pd.Series(dtype=object) for name in names})


def _column(column: Column, today: Column) -> dict[str, Any]:
    """What is compared of today or of a plan."""
    fewer = against(column, today) if column is not today else (float("nan"),) * 2
    found: dict[str, Any] = {
        "plan": column.name, "plan_text": "",
        "missing_lower": column.missing_lower, "missing_upper": column.missing_upper,
        "missing_change_lower": fewer[0], "missing_change_upper": fewer[1],
        **{f"territories_{each.replace(' ', '_')}": column.count(each) for each in ANSWERS},
        "worst_place": column.worst, "worst_gap_per_1000": column.worst_rate,
        **_measured("gini", column.gini), **_measured("theil", column.theil),
        "persons_added": column.persons,
        "places_added_lower": NAN if column.loss_unknown else column.places_lower,
        "places_added_upper": NAN if column.loss_unknown else column.places_upper,
        **_cost("cost", column.added), **_cost("hosting_cost", column.hosted),
    }  # fmt: skip
    return found


def _told(outcome: Outcome) -> dict[str, Any]:
    """What the plan asked for and what of it was impossible."""
    told = outcome.applied.told
    return {
        "plan_text": written([outcome.plan]), "changes": len(outcome.plan.changes),
        "persons_asked": sum(each.asked or 0 for each in told if each.unit == "persons"),
        "persons_impossible": sum(each.short_by for each in told if each.unit == "persons"),
        "limits": " ".join(dict.fromkeys(each.limit for each in told if each.limit)),
    }  # fmt: skip


def _measured(name: str, found: Measured | None) -> dict[str, float]:
    value, least, most = (
        (float("nan"),) * 3 if found is None else (found.value, found.lower, found.upper)
    )
    return {name: value, f"{name}_least": least, f"{name}_most": most}


def _cost(name: str, cost: Cost | None) -> dict[str, Any]:
    """EUR where all is known; a part without a price, or an unknown one, makes it all unknown."""
    known = cost is not None and not cost.left_out
    found: dict[str, Any] = {
        f"{name}_eur_lower": cost.lower if cost and known else float("nan"),
        f"{name}_eur_upper": cost.upper if cost and known else float("nan"),
    }
    if cost is None or not (cost.many or cost.left_out):
        return {**found, f"{name}_prices": ""}
    whose = "of the countries themselves" if cost.own else "of other countries too"
    if not cost.unpriced:
        return {**found, f"{name}_prices": whose if cost.many else ""}
    return {**found, f"{name}_prices": "none cited for some places"}


def _sources(dataset: Dataset, scenario: Scenario) -> dict[str, str]:
    """Sources, licences and days behind all rows: today's known figures and the prices cited."""
    rows = scenario.today.rows
    counted = rows[rows["answer"] != UNKNOWN]
    ids = [str(e) for name in ("need", "capacity") for e in counted[f"{name}_source_id"].dropna()]
    for outcome in scenario.outcomes:
        ids += [*outcome.cost_of_places.sources, *outcome.cost_of_hosting.sources]
    every = ask(dataset, "source").set_index("source_id")
    used = [each for each in dict.fromkeys(ids) if each in every.index]
    titles = records.titles(dataset)
    named: dict[str, list[str]] = {
        "sources": [titles[each] for each in used],
        "licences": [str(each) for each in every.loc[used, "licence"].dropna()],
        "retrieved_days": [
            str(each.date()) for each in pd.to_datetime(every.loc[used, "retrieved_on"]).dropna()
        ],
    }
    return {name: "; ".join(dict.fromkeys(each)) for name, each in named.items()}
