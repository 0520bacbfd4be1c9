"""A view's rows as a file: exactly what is drawn, with where each figure is from."""

import pandas as pd

from ui.out.formats.delimited import pieces
from ui.out.from_frame import arrow_of
from ui.store import ask
from ui.view import View
from ui.words import BOUNDARIES

_COLUMNS = (
    "question", "territory_id", "place", "name", "country", "level", "period", "group_id",
    "value", "lower", "upper", "unit", "count", "count_lower", "count_upper", "counted",
    "residents", "residents_period",
    "obs_status", "evidence", "note", "source_title", "publisher", "licence", "attribution",
    "url", "source_file", "source_line", "source_caveats", "retrieved_on", "definition",
    "caution", "boundaries", "dataset", "dataset_built",
)  # fmt: skip


def table(view: View) -> pd.DataFrame:
    """The rows of the view with provenance, one row per territory drawn, known or not."""
    rows = view.rows.reset_index()
    rows["unit"] = view.choice.indicator.unit
    rows["counted"] = view.choice.counted()
    rows["question"] = view.choice.question()
    rows["definition"] = view.choice.indicator.definition
    rows["caution"] = view.choice.indicator.caution
    rows["boundaries"] = BOUNDARIES
    rows["dataset"] = view.dataset.name
    rows["dataset_built"] = view.dataset.built.date().isoformat()
    sources = ask(view.dataset, "source").rename(
        columns={"title": "source_title", "caveats": "source_caveats"}
    )
    joined = rows.merge(sources, on="source_id", how="left", validate="m:1")
    return joined.reindex(columns=list(_COLUMNS))


def frame_as_csv(rows: pd.DataFrame) -> bytes:
    """Any rows as such a file, in the writer that every door shares.

    Empty is unknown. Text that a spreadsheet would run as a formula gets a leading quote.
    """
    table = arrow_of(rows)
    return b"".join(pieces(table.schema, table.to_batches()))
