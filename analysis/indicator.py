"""What an indicator is, and the rows that every indicator gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

# The rows of a view: one per territory, whatever the indicator.
#   value, lower, upper   the rate that is drawn; NaN is unknown
#   count, count_lower, count_upper   the persons or places behind it
#   residents, residents_period       what it is divided by
#   period, group_id, obs_status, evidence, note, source_id, source_file, source_line
ROW_COLUMNS = (
    "territory_id", "value", "lower", "upper", "count", "count_lower", "count_upper",
    "residents", "residents_period", "period", "group_id", "obs_status", "evidence", "note",
    "source_id", "source_file", "source_line",
)  # fmt: skip


@dataclass(frozen=True)
class Indicator:
    """A question a planner can ask of every territory, and how it is answered.

    `rows` takes the frame the store reads for `reads` and gives one row per territory with
    `ROW_COLUMNS`. `question` and `finding` are sentences; `{km}` stands for the distance.
    `measures` maps a group to the measure that counts it; the first group is the usual one.
    `counts_of` names what is counted for a group, where `count_label` says too little.
    """

    indicator_id: str
    label: str
    question: str
    unit: str
    count_label: str
    reads: Literal["hospital_reach", "figure"]
    rows: Callable[[pd.DataFrame], pd.DataFrame]
    breaks: tuple[float, ...]
    alarm: float | None
    ranking: Literal["most", "least"]
    definition: str
    method: str
    unknown_means: str
    caution: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)
    counts_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_share(self) -> bool:
        """Whether values are a percentage of residents rather than a rate per 1,000."""
        return self.unit.startswith("%")
