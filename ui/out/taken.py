"""Rows to take away: what they are, where they are from, how to ask for them again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd
import pyarrow as pa

from ui.store import Dataset

ABOUT = b"about"


class NotOfferedError(ValueError):
    """A name or value that is not on offer; `allowed` says what is, () where it is not a list."""

    def __init__(self, name: str, value: str, allowed: tuple[str, ...] = ()) -> None:
        offered = f" On offer: {', '.join(allowed)}." if allowed else ""
        super().__init__(f"{name}: {value!r} is not on offer.{offered}")
        self.name, self.value, self.allowed = name, value, allowed


@dataclass(frozen=True)
class Parameter:
    """A filter of a table or view, as it stands in an address.

    `allowed` are the values on offer, () where any text or number is read; `usual` is what
    holds where the address is silent; `several` may be joined by a dot: `in=IT.ES`.
    """

    name: str
    label: str
    usual: str = ""
    allowed: tuple[str, ...] = ()
    several: bool = False
    about: str = ""


@dataclass(frozen=True)
class Taken:
    """Rows of a table or view, ready to be written in any format.

    The schema has every column in order; a field's metadata may say what it holds (`ABOUT`).
    Missing is null. `batches` may be called again and gives the same rows in the same order.
    `filters` are the parts of the address that are not usual, `usual` those that hold because
    nothing else was asked, `query` is what was asked of the dataset, `notes` are sentences a
    reader must know, `count` says how many rows there are where that is known without reading
    them.
    """

    name: str
    title: str
    dataset: Dataset
    filters: Mapping[str, str]
    schema: pa.Schema
    batches: Callable[[], Iterator[pa.RecordBatch]]
    query: str = ""
    notes: tuple[str, ...] = ()
    count: Callable[[], int] | None = None
    usual: Mapping[str, str] = field(default_factory=dict)

    @property
    def choice(self) -> dict[str, str]:
        """Every filter with what holds, for whoever reads the rows when usual values changed."""
        return {**self.usual, **self.filters}

    def frame(self) -> pd.DataFrame:
        """All rows at once."""
        return pa.Table.from_batches(self.batches(), self.schema).to_pandas()


@dataclass(frozen=True)
class Offer:
    """A table or view that can be taken away: its name in addresses, title and grain.

    `take` raises NotOfferedError for a filter or value it does not have; `parameters` may
    depend on what was asked before: the groups of a service, the dates of a figure. `is_long` says
    that its rows are worked out, which may take minutes.
    """

    name: str
    title: str
    grain: str
    take: Callable[[Dataset, Mapping[str, str]], Taken]
    parameters: Callable[[Dataset, Mapping[str, str]], tuple[Parameter, ...]]
    is_long: bool = False
