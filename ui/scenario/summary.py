"""What a scenario came to, for whoever opens its folder: figures, sources, licences, caveats."""

import math
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui import words
from ui.gap_words import measured_by
from ui.out.citation import citation, dataset_hash
from ui.scenario.document import Document
from ui.scenario.found import Scenario
from ui.scenario.story import story
from ui.store import Dataset, ask

FORMAT = "groundwork-scenario-summary"
CAVEATS = (
    "A plan says what sharing out could do, not that people would go or places could open there.",
    "What is unknown today is unknown after, never zero. Territories whose need or places are "
    "unknown are in no sum; rules that look at the gap pass them over and count them.",
    "Where a figure is an interval, both its ends move and the rules look at its best guess, else "
    "its middle.",
    "People and places are whole. A share of places that is lost is rounded down in each "
    "territory.",
    "A budget buys a sure number of places at the highest cited price and up to another at the "
    "lowest. A country without a cited price takes the range of those that have one.",
    "Inequality is of places over need, for territories known both today and after the plan; its "
    "range is one that was found, not a bound.",
)
_MARKS = re.compile(r"\\(.)|\*\*|\u2060")


def summary(
    dataset: Dataset, found: Document, scenario: Scenario, compared: pd.DataFrame
) -> dict[str, Any]:
    """Everything but the rows: JSON without a figure that is not in them."""
    told = [[_plain(text) for text in story(each)] for each in scenario.outcomes]
    figures = [_known(row) for row in compared.to_dict("records")]
    question = scenario.choice.question()
    return {
        "format": FORMAT,
        "version": 1,
        "question": question,
        "dataset": {
            "kind": dataset.kind, "built": dataset.built.date().isoformat(),
            "sha256": dataset_hash(dataset), "watermark": dataset.watermark,
        },
        "same_dataset_as_file": not found.sha256 or found.sha256 == dataset_hash(dataset),
        "baseline": dict(found.baseline),
        "measured_by": _plain(measured_by(scenario.today)),
        "today": figures[0],
        "plans": [
            {**row, "what_became_of_each_change": said}
            for row, said in zip(figures[1:], told, strict=True)
        ],
        "sources": _sources(dataset, figures),
        "caveats": [*CAVEATS, words.BOUNDARIES],
        "citation": citation(dataset, question, found.parameters),
    }  # fmt: skip


def readme(told: Mapping[str, Any]) -> str:
    """The same to read: what the plans come to, which files there are, whose figures they are."""
    mark = told["dataset"]["watermark"]
    lines = [told["question"], "=" * len(told["question"]), ""]
    lines += [f"{mark}. Nothing here is real.", ""] if mark else []
    lines += [told["measured_by"], f"Today: {_missing(told['today'])}.", ""]
    if not told["same_dataset_as_file"]:
        lines += ["The file was made with another build of the dataset: figures may differ.", ""]
    for plan in told["plans"]:
        lines += [f"Plan: {plan['plan']}", "-" * (6 + len(plan["plan"]))]
        lines += [f"{turn}. {s}" for turn, s in enumerate(plan["what_became_of_each_change"], 1)]
        lines += [f"After it: {_missing(plan)}.", *_cost(plan), ""]
    lines += [
        "Files", "-----",
        "PLAN-territories.csv: one row per territory, today and after the plan.",
        "PLAN-ledger.csv: one row per change and territory it moves.",
        "comparison.csv: one row per plan, today's first.",
        "summary.json: these sentences and figures, for machines.",
        "An empty cell is unknown; 0 is none. Every row names filters, dataset, sources, licences.",
        "", "What to know", "------------", *(f"- {each}" for each in told["caveats"]),
        "", "Sources", "-------",
        *(
            f"- {each['publisher']}: {each['title']}. Licence: {each['licence']}. {each['url']}"
            for each in told["sources"]
        ),
        "", "How to cite", "-----------", told["citation"], "",
    ]  # fmt: skip
    return "\n".join(lines)


def _missing(row: Mapping[str, Any]) -> str:
    lower, upper = row["missing_lower"], row["missing_upper"]
    short, unknown = row["territories_short"], row["territories_unknown"]
    if lower is None:
        return f"what is missing is unknown; the gap of {unknown} territories is unknown"
    span = _number(lower) if lower == upper else f"{_number(lower)} to {_number(upper)}"
    return (
        f"{span} {row['unit']} missing; territories that are short: {short}; "
        f"whose gap is unknown: {unknown}"
    )


def _cost(plan: Mapping[str, Any]) -> list[str]:
    if plan["cost_eur_upper"] is None or not (plan["places_added_upper"] or 0) > 0:
        return []
    lower, upper = _number(plan["cost_eur_lower"]), _number(plan["cost_eur_upper"])
    return [f"Added places cost {lower} to {upper} EUR, at prices {plan['cost_prices']}."]


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:,.0f}".replace(",", " ")


def _sources(dataset: Dataset, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sources that the comparison names, with their terms."""
    named = {each for row in rows for each in str(row.get("sources") or "").split("; ")}
    every = ask(dataset, "source")
    used = every[(every["publisher"] + ": " + every["title"]).isin(named)]
    columns = ["source_id", "publisher", "title", "licence", "attribution", "url", "retrieved_on"]
    return [_known(row) for row in used[columns].to_dict("records")]


def _known(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row as JSON has it: what is missing is null, days are texts."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        if not words.is_known(value) or (isinstance(value, float) and not math.isfinite(value)):
            found[str(name)] = None
        elif isinstance(value, str | int | float | bool):
            found[str(name)] = value
        else:
            found[str(name)] = value.item() if hasattr(value, "item") else str(value)[:10]
    return found


def _plain(text: str) -> str:
    """A sentence without the marks of Markdown."""
    return _MARKS.sub(lambda mark: mark[1] or "", text)
