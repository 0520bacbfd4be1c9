"""The figures of the first page as rows."""

import pandas as pd

from ui import words
from ui.overview import State
from ui.overview_figures import Figure, figures
from ui.store import ask


def table(state: State) -> pd.DataFrame:
    """The figures of the page, one row each, with period, status, sources and licences."""
    sources = ask(state.dataset, "source").set_index("source_id")
    return pd.DataFrame([_record(state, figure, sources) for figure in figures(state)])


def _record(state: State, figure: Figure, sources: pd.DataFrame) -> dict[str, object]:
    used = sources.loc[list(figure.source_ids)]
    return {
        "figure": figure.label,
        "value": figure.value,
        "unit": figure.unit,
        "detail": figure.detail.replace(words.THIN, " "),
        "period": figure.period,
        "status": figure.status,
        "sources": "; ".join(used["publisher"] + ": " + used["title"]),
        "licences": "; ".join(dict.fromkeys(used["licence"])),
        "retrieved_days": "; ".join(
            dict.fromkeys(str(each)[:10] for each in used["retrieved_on"].dropna())
        ),
        "urls": " ".join(str(url) for url in used["url"].dropna()),
        "dataset": state.dataset.name,
        "dataset_built": state.dataset.built.date().isoformat(),
    }
