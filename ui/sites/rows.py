"""The answer as rows: one per new place, one per territory, one per point of the frontier."""

from typing import Any

import numpy as np
import pandas as pd

from analysis.catchment.model import Floats
from ui import words
from ui.language import _
from ui.reach.cells import names_of
from ui.reach.regions import regions_of, sources_of
from ui.reach.way import ReachChoice
from ui.sites.asked import NONE, SitesChoice, Task
from ui.sites.plans import Plan, answer_of, plan_of
from ui.sites.problem import Problem, can_tell, places_in, problem_of
from ui.store import DEMONSTRATION, PUBLISHED, Dataset

_ASSUMED = "an assumption: no other place of this service exists than those on record"


def sites_of(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """One row per new place, in order: where it is, whom it newly reaches; see the download.

    Columns: site, cell, lon, lat, region_id, place, country, newly_reached (persons; from lower to
    upper where need is estimated), reached_so_far, of_which (territories), worst_added_points.
    """
    problem, plan = problem_of(dataset, choice.task), plan_of(dataset, choice)
    at = problem.sites[plan.picks.sites]
    cells, names = problem.cells.iloc[at], names_of(dataset)
    people = [people_of_site(problem, plan, each) for each in range(len(at))]
    between = served_between(problem, plan, choice.task)
    rows = pd.DataFrame({
        "site": range(1, len(at) + 1), "cell": [f"{cell:x}" for cell in cells["cell"]],
        "lon": cells["lon"].to_numpy(), "lat": cells["lat"].to_numpy(),
        "region_id": cells["region_id"].to_numpy(),
        "place": cells["region_id"].map(names).to_numpy(),
        "country": cells["country"].astype(str).to_numpy(),
        "newly_reached": [each["people"].sum() for each in people],
        "newly_reached_lower": [least for least, _ in between],
        "newly_reached_upper": [most for _, most in between],
    })  # fmt: skip
    rows["reached_so_far"] = rows["newly_reached"].cumsum()
    rows["of_which"] = [_named(problem, each) for each in people]
    rows["worst_added_points"] = [_added(problem, plan, each) for each in people]
    return rows


def people_of_site(problem: Problem, plan: Plan, site: int) -> pd.DataFrame:
    """How many people a place newly reaches, by the position of their territory."""
    here, persons = problem.cells.iloc[plan.picks.cells[site]], plan.picks.persons[site]
    frame = pd.DataFrame({"territory": here["territory"].to_numpy(), "people": persons})
    return frame.groupby("territory").sum().sort_values("people", ascending=False)


def served_between(problem: Problem, plan: Plan, task: Task) -> list[tuple[float, float]]:
    """The fewest and the most persons each place newly serves, whatever the need is in truth.

    They are the same shares of each cell's people; a place never takes more than it can.
    """
    found = []
    for cells, persons in zip(plan.picks.cells, plan.picks.persons, strict=True):
        here = problem.cells.iloc[cells]
        share = persons / here["people"].to_numpy(dtype=float)
        least, most = (float((here[each].to_numpy(dtype=float) * share).sum())
                       for each in ("least", "most"))  # fmt: skip
        found.append((least, most if task.takes is None else min(most, task.takes)))
    return found


def of_which(problem: Problem, people: pd.DataFrame) -> list[tuple[str, float]]:
    """The territories of the people a place newly reaches, most people first."""
    places = places_in(problem)
    return [
        (str(places.iloc[at]) if at >= 0 else _("elsewhere"), float(row["people"]))
        for at, row in zip(people.index.astype(int), people.to_dict("records"), strict=True)
    ]


def _named(problem: Problem, people: pd.DataFrame) -> str:
    return "; ".join(f"{place}: {many:.0f}" for place, many in of_which(problem, people))


def _added(problem: Problem, plan: Plan, people: pd.DataFrame) -> float:
    """Points of a per cent that a place adds to the territory whose people reach least today."""
    if plan.worst is None:
        return np.nan
    group = problem.cells["territory"].to_numpy()
    total = float(problem.people[group == plan.worst].sum())
    return 100 * float(people["people"].get(plan.worst, 0.0)) / total


def territories_of(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """One row per territory drawn, those that reach least first: shares before and after.

    Indexed by territory_id: place, country, level, people (who is counted), before_percent,
    after_percent, newly_reached, residents, unknown_people_percent (of residents).
    """
    task = choice.task
    problem, plan = problem_of(dataset, task), plan_of(dataset, choice)
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    inside, many = group >= 0, len(problem.territories)
    rows = problem.territories[["local_name", "country", "level"]].copy()
    rows.insert(0, "place", places_in(problem))
    people = np.bincount(group[inside], problem.people[inside], minlength=many)
    rows["counted_people"] = np.where(people > 0, people, np.nan)
    rows["before_percent"], rows["after_percent"] = 100 * plan.before, 100 * plan.share
    newly = np.bincount(group[inside], plan.newly[inside], minlength=many)
    rows["newly_reached"] = np.where(people > 0, newly, np.nan)
    if not can_tell(dataset, task):
        rows[["before_percent", "after_percent", "newly_reached"]] = np.nan
    told = regions_of(dataset, task.way, task.where)
    rows = rows.join(told[["residents", "unknown_people_percent"]])
    return rows.sort_values("before_percent", na_position="last")


def frontier_of(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """One row per plan, from most people to most equal: people reached, how equal shares are.

    `chosen` is the one that is looked at.
    """
    answer = answer_of(dataset, choice.task)
    places = places_in(problem_of(dataset, choice.task))
    return pd.DataFrame(
        {"plan": range(1, len(answer.plans) + 1),
         "chosen": [each == answer.at(choice.aim) for each in range(len(answer.plans))],
         "reached": [plan.reached for plan in answer.plans],
         "gini": [plan.unequal for plan in answer.plans],
         "least_percent": [least_of(plan.share, places)[0] for plan in answer.plans],
         "least_place": [least_of(plan.share, places)[1] for plan in answer.plans]}
    )  # fmt: skip


def least_of(share: Floats, places: "pd.Series[Any]") -> tuple[float, str]:
    """The least share of all territories as a percentage, and whose it is; NaN and '' of none."""
    if np.isnan(share).all():
        return np.nan, ""
    at = int(np.nanargmin(share))
    return 100 * float(share[at]), str(places.iloc[at])


def with_words(dataset: Dataset, choice: SitesChoice, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with what was asked, how sure they are, and their sources."""
    task, way = choice.task, choice.task.way
    answer, problem = answer_of(dataset, task), problem_of(dataset, task)
    evidence = {PUBLISHED: "estimated", DEMONSTRATION: "synthetic"}.get(dataset.kind, "declared")
    used = sources_of(dataset, ReachChoice(way, task.where))
    asked: dict[str, Any] = {
        "service": way.service, "group_id": way.group, "people_counted": way.counted,
        "distance_km": way.km, "detour_factor": way.detour, "new_places": task.many,
        "aim": choice.aim, "takes": np.nan if task.takes is None else task.takes,
        "candidates": len(problem.sites), "possible_candidates": problem.possible,
        "reached_together": plan_of(dataset, choice).reached,
        "most_reached": answer.most.reached, "bound": answer.bound,
    }  # fmt: skip
    flat = rows.reset_index() if rows.index.name else rows.reset_index(drop=True)
    flat.insert(0, "question", choice.question())
    # A territory whose people are not known has no share: its status says so.
    known = flat.get("before_percent", pd.Series(0.0, index=flat.index)).notna()
    return flat.assign(
        **asked,
        obs_status=known.map({True: "E", False: "L"}),
        evidence=known.map({True: evidence, False: None}),
        note=_ASSUMED if task.unlisted == NONE else "",
        sources="; ".join(f"{row.publisher}: {row.title}" for row in used.itertuples()),
        licences="; ".join(dict.fromkeys(str(each) for each in used["licence"].dropna())),
        urls="; ".join(
            dict.fromkeys(str(each) for each in used["url"].dropna() if words.is_web(each))
        ),
    )
