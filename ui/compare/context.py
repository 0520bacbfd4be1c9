"""What peers are found by: facts of a territory that its capacity does not change."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis.peers import logged
from ui.language import _, later
from ui.store import Dataset, ask
from ui.words import THIN, inside, rate, short


@dataclass(frozen=True)
class Fact:
    """A fact of context: the column that has it, whether ratios or differences count.

    `sources` are those of every row; a column `<fact_id>_source_id` names others.
    """

    fact_id: str
    label: str
    unit: str
    ratio: bool
    about: str
    sources: tuple[str, ...] = ()

    @property
    def inside(self) -> str:
        """Its label inside a sentence."""
        return inside(_(self.label))

    def words(self, value: float) -> str:
        """A value with its unit, unless the label says it."""
        text = short(value) if value >= 100 else rate(value)
        # The English label is asked: another language may say its unit in other words.
        if self.unit in self.label.lower():
            return text
        return f"{text}{THIN}%" if self.unit == "%" else f"{text} {_(self.unit)}"


FACTS: tuple[Fact, ...] = (
    Fact("residents", later("Residents"), "residents", True,
         later("On 1 January of the latest year."),
         ("residents",)),
    Fact("density", later("Density"), later("per km²"), True,
         later("Residents per square kilometre."),
         ("residents", "nuts")),
    Fact("urban_percent", later("Urban type"), "%", False,
         later(
"Share of residents who live in urban small regions, those in intermediate "
"ones counted by half (Eurostat's typology)."), ("nuts", "residents")),
    Fact("gdp", later("GDP per head"), later("PPS"), True,
         later("Gross domestic product per inhabitant at purchasing power standards.")),
    Fact("newcomers", later("Newcomers per 1,000"), later("per 1,000"), True,
         later(
"People in need of protection per 1,000 residents. Within most countries they "
"are shared out by a key, so that it tells countries apart rather than "
"regions; the middle of the interval is taken.")),
)  # fmt: skip
BY_FACT: Mapping[str, Fact] = {fact.fact_id: fact for fact in FACTS}


@lru_cache(maxsize=16)
def facts_of(dataset: Dataset, level: int) -> pd.DataFrame:
    """One row per single territory of a level: the columns of `context.sql`, by its code.

    Shared between reruns, never written to. Unknown is NaN.
    """
    rows = ask(dataset, "context")
    return rows[rows["level"] == level].set_index("territory_id")


def scaled(rows: pd.DataFrame, fact_ids: tuple[str, ...]) -> pd.DataFrame:
    """The facts on scales on which differences mean the same everywhere."""
    return pd.DataFrame(
        {
            each: logged(rows[each]) if BY_FACT[each].ratio else rows[each].astype(float)
            for each in fact_ids
        }
    )
