"""The rows behind the page Compare, for files: figures side by side, and peers."""

import pandas as pd

from ui import words
from ui.area import records
from ui.aspects import BY_ID
from ui.compare.choice import CompareChoice, single
from ui.compare.context import BY_FACT, facts_of
from ui.compare.figures import figures_of
from ui.compare.peers import found_peers, level_of, why
from ui.language import _
from ui.store import DEMONSTRATION, Dataset, ask

_SOURCES = ("sources", "licences", "urls", "retrieved_days")


def compare(dataset: Dataset, choice: CompareChoice) -> pd.DataFrame:
    """One row per territory or own group and measure: the figure, and all of its level."""
    rows = figures_of(dataset, choice)
    rows = rows.rename(
        columns={
            "column": "territory_or_group", "territories": "territory_codes",
            "measure": "aspect_id", "known": "members_known",
        }
    )  # fmt: skip
    pages = {aspect_id: aspect.view for aspect_id, aspect in BY_ID.items()}
    rows.insert(0, "question", choice.question())
    rows["page"] = rows["aspect_id"].map(pages).fillna("compare")
    return _sourced(dataset, rows.drop(columns=["is_group"]))


def peers(dataset: Dataset, choice: CompareChoice) -> pd.DataFrame:
    """One row per peer of the first territory: how far, its facts, which of them sets it apart."""
    found = found_peers(dataset, choice.of, choice.facts, choice.among)
    rows = found.rows.reset_index().rename(columns={"shared": "facts_shared"})
    name = str(single(dataset)["name"].get(choice.of, ""))
    rows.insert(0, "question", _("Which territories are most like {name}?", name=name))
    rows.insert(1, "peer_of", choice.of)
    level = level_of(dataset, choice.of)
    if level is None or rows.empty:
        return _sourced(dataset, rows.assign(why="", source_ids="", evidence=""))
    facts = facts_of(dataset, level)
    own = facts.T[choice.of]
    rows["why"] = [why(pd.Series(row), own, choice.facts) for row in rows.to_dict("records")]
    periods = facts[["residents_period", "gdp_period", "newcomers_period"]]
    rows = rows.join(periods, on="territory_id")
    ids = facts[["gdp_source_id", "newcomers_source_id"]].reindex(rows["territory_id"])
    steady = list(dict.fromkeys(s for each in choice.facts for s in BY_FACT[each].sources))
    rows["source_ids"] = [
        " ".join([*steady, *(str(each) for each in pair if words.is_known(each))])
        for pair in ids.to_numpy()
    ]
    is_generated = dataset.kind == DEMONSTRATION and "newcomers" in choice.facts
    rows["evidence"] = "synthetic" if is_generated else "estimated"
    return _sourced(dataset, rows)


def _sourced(dataset: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Where the figures of each row are from, in words."""
    sources = ask(dataset, "source").set_index("source_id")
    titles = records.titles(dataset)
    found: dict[str, list[str]] = {name: [] for name in _SOURCES}
    for text in rows["source_ids"].fillna(""):
        ids = [each for each in str(text).split() if each in sources.index]
        found["sources"].append("; ".join(titles[each] for each in ids))
        for name, column in zip(_SOURCES[1:], ("licence", "url", "retrieved_on"), strict=True):
            values = [_plain(sources.loc[each, column]) for each in ids]
            found[name].append("; ".join(dict.fromkeys(each for each in values if each)))
    return rows.assign(**found, boundaries=words.BOUNDARIES)


def _plain(value: object) -> str:
    if not words.is_known(value):
        return ""
    return str(value.date()) if isinstance(value, pd.Timestamp) else str(value)
