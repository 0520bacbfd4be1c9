"""The figures of a territory as rows to take away: status, evidence, interval and source each."""

from collections.abc import Mapping

import pandas as pd

from ui.store import Dataset, ask
from ui.territory.model import Figure, Profile, Section
from ui.territory.profile import profile_of

COLUMNS = (
    "question", "territory_id", "place", "name", "country", "level", "section", "figure",
    "group_id", "value", "lower", "upper", "unit", "answer", "period", "obs_status", "evidence",
    "sources", "licences", "urls", "page",
)  # fmt: skip


def territory(dataset: Dataset, choice: str) -> pd.DataFrame:
    """One row per figure of a territory, as the page of its area has it; empty is unknown."""
    return rows_of(profile_of(dataset, choice))


def rows_of(profile: Profile) -> pd.DataFrame:
    """The rows of a profile, in the order of its page."""
    known = ask(profile.dataset, "source").set_index("source_id")
    rows = [
        _row(profile, section, figure, known)
        for section in profile.sections
        for figure in section.figures
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(
    profile: Profile, section: Section, figure: Figure, known: pd.DataFrame
) -> Mapping[str, object]:
    at = profile.territory_id
    of = known.loc[[each for each in figure.source_ids if each in known.index]]
    return {
        "question": section.title, "territory_id": at, "place": profile.place,
        "name": profile.name, "country": at[:2], "level": profile.level, "section": section.key,
        "figure": figure.label, "group_id": figure.group_id or None, "value": figure.value,
        "lower": figure.lower, "upper": figure.upper, "unit": figure.unit,
        "answer": figure.answer or None, "period": figure.period or None,
        "obs_status": figure.obs_status, "evidence": figure.evidence or None,
        "sources": "; ".join(of["publisher"] + ": " + of["title"]),
        "licences": "; ".join(dict.fromkeys(str(each) for each in of["licence"].dropna())),
        "urls": "; ".join(dict.fromkeys(str(each) for each in of["url"].dropna())),
        "page": figure.page,
    }  # fmt: skip
