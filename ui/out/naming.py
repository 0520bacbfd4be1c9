"""What files that are taken away are called."""

import re
from collections.abc import Mapping

from ui.store import Dataset

_LONGEST = 120


def file_name(dataset: Dataset, name: str, filters: Mapping[str, str], suffix: str) -> str:
    """A name that says the dataset, the view and its filters, and is a name on every system."""
    parts = [f"{dataset.prefix}groundwork", name]
    parts += [f"{key}-{filters[key]}" for key in sorted(filters)]
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", "_".join(parts))[:_LONGEST]
    return f"{stem}.{suffix}"
