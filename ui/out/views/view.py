"""A view of a page: how its filters are read, its rows, its map, and what they are read of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ui.asked import Asked, asked
from ui.language import speaking
from ui.language.spoken import ENGLISH
from ui.out.about import about
from ui.out.carried import carried
from ui.out.from_frame import taken_from_frame
from ui.out.queries import queries
from ui.out.taken import Offer, Parameter, Taken
from ui.picture import Picture
from ui.store import Dataset, Question
from ui.words import BOUNDARIES, EMPTY


def _not_drawn(dataset: Dataset, choice: Any) -> None:
    """A view without a map."""


# Pages whose rows are worked out when they are asked for, which may take minutes.
_LONG = ("reach", "sites", "stress", "vision")


@dataclass(frozen=True)
class View:
    """A view: its page, what it shows, how its filters are read, its rows, what they are read of,
    its map.
    """

    name: str
    page: str
    title: str
    choose: Callable[[Dataset], Any]
    rows: Callable[[Dataset, Any], pd.DataFrame]
    reads: tuple[Question, ...]
    drawn: Callable[[Dataset, Any], Picture | None] = _not_drawn

    def choice(
        self, dataset: Dataset, values: Mapping[str, str], strict: bool
    ) -> tuple[Any, Asked]:
        """The choice that values mean, and what was read of them."""
        with asked(values, strict) as found:
            chosen = self.choose(dataset)
        return chosen, found

    def take(self, dataset: Dataset, values: Mapping[str, str]) -> Taken:
        """The rows of the view with these filters, in English whatever the page speaks."""
        with speaking(ENGLISH):
            return self._take(dataset, values)

    def _take(self, dataset: Dataset, values: Mapping[str, str]) -> Taken:
        chosen, found = self.choice(dataset, values, strict=True)
        rows = self.rows(dataset, chosen)
        title = str(rows["question"].iloc[0]) if len(rows) and "question" in rows else self.title
        frame = carried(dataset, rows, title, {**found.usual, **found.filters})
        taken = taken_from_frame(
            self.name, title, dataset, found.filters, frame,
            about(dataset, frame.columns), queries(self.reads),
            tuple(each for each in (dataset.watermark, EMPTY, BOUNDARIES) if each),
        )  # fmt: skip
        return replace(taken, usual=found.usual)

    def parameters(self, dataset: Dataset, values: Mapping[str, str]) -> tuple[Parameter, ...]:
        """The filters the view has once these values are chosen."""
        return tuple(self.choice(dataset, values, strict=False)[1].parameters.values())

    def offer(self) -> Offer:
        """The view as something to take away."""
        grain = (self.rows.__doc__ or "").split("\n", maxsplit=1)[0]
        return Offer(
            self.name, self.title, grain, self.take, self.parameters, self.page in _LONG
        )  # fmt: skip


def nothing(dataset: Dataset) -> None:
    """A page without controls has nothing to choose."""
