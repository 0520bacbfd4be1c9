"""What every row that is taken away carries besides its figures."""

from collections.abc import Mapping

import pandas as pd

from ui.out.citation import as_written, citation
from ui.store import Dataset


def carried(
    dataset: Dataset, rows: pd.DataFrame, title: str, filters: Mapping[str, str]
) -> pd.DataFrame:
    """The rows with the filters and dataset they are of, and how to cite them, as last columns.

    A spreadsheet's rows are cut and pasted apart from their file; so each says it.
    """
    constant = {
        "filters": as_written(filters),
        "dataset": dataset.watermark or dataset.name,
        "dataset_built": dataset.built.date().isoformat(),
        "citation": citation(dataset, title, filters),
    }
    flat = rows.reset_index() if rows.index.name else rows.reset_index(drop=True)
    return flat.drop(columns=list(constant), errors="ignore").assign(**constant)
