"""Need and capacity as changes move them: best guess and both ends, unknown staying unknown."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.gap import gaps

Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_ENDS = ("", "_lower", "_upper")
AFTER = tuple(
    f"{name}{end}"
    for name in ("need", "demand", "capacity", "gap", "coverage_percent", "gap_per_1000")
    for end in _ENDS
)


@dataclass(eq=False)
class State:
    """The territories of a view while a plan is worked; `figures` are changed, `today` is not.

    Shape   : `figures` has `need`, `capacity`, each also `_lower`, `_upper`, in rows of `today`.
    Missing : NaN, and it stays so whatever is added.
    """

    today: pd.DataFrame
    factor: float | None
    figures: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        known = pd.DataFrame(index=self.today.index)
        for name in ("need", "capacity"):
            value = self.today[name].astype(float)
            known[name] = value
            exact = value.where(self.today[f"{name}_exact"].astype(bool))
            for end in _ENDS[1:]:
                known[f"{name}{end}"] = self.today[f"{name}{end}"].astype(float).fillna(exact)
        self.figures = known

    def best(self, name: str) -> Reals:
        """The best guess of need or capacity: its value, else the middle of both ends."""
        middle = (self.figures[f"{name}_lower"] + self.figures[f"{name}_upper"]) / 2
        return self.figures[name].fillna(middle).to_numpy(float, copy=True)

    def gap(self) -> Reals:
        """The best guess of what is missing, in the benchmark's unit; below 0 there is room."""
        times = np.nan if self.factor is None else self.factor
        return snapped(self.best("need") * times - self.best("capacity"))

    def is_open(self) -> Flags:
        """Whether need or capacity is an interval, so that the best guess is one of many."""
        lower, upper = (self.figures[[f"need{e}", f"capacity{e}"]].to_numpy() for e in _ENDS[1:])
        guessed = ~(lower == upper)
        return np.asarray(guessed.any(axis=1))

    def key(self, name: str) -> Reals:
        """Weights of the territories by a key of `plan.KEYS`; NaN where it is unknown or 0."""
        if name == "equal":
            return np.ones(len(self.today))
        found = self.best("need") if name == "need" else self._residents()
        return np.where(found > 0, found, np.nan)

    def _residents(self) -> Reals:
        return self.today["residents"].to_numpy(float, na_value=np.nan)

    def most(self, percent: float) -> Reals:
        """So many per cent of the residents, in whole persons; NaN where they are unknown."""
        return np.floor(self._residents() * percent / 100 + 1e-9)

    def inside(self, codes: tuple[str, ...]) -> Flags:
        """Whether a territory is one of these or lies within one; all where none is named.

        A joint territory (`ITH1+ITH2`) lies within what all its parts do.
        """
        if not codes:
            return np.ones(len(self.today), dtype=bool)
        return np.array(
            [
                any(all(part.startswith(code) for part in str(name).split("+")) or name == code
                    for code in codes)
                for name in self.today.index
            ], dtype=bool,
        )  # fmt: skip

    def move(self, name: str, by: Reals, upper: Reals | None = None) -> None:
        """Add whole numbers to need or capacity; nothing falls below 0.

        `upper` is what the upper end is moved by, where that is another number.
        """
        for end in _ENDS:
            step = upper if end == "_upper" and upper is not None else by
            self.figures[f"{name}{end}"] = (self.figures[f"{name}{end}"] + step).clip(lower=0)

    def after(self) -> pd.DataFrame:
        """Today's rows with `after_` need, demand, capacity, gap, coverage, answer, missing."""
        moved = self.today.copy()
        moved[self.figures.columns] = self.figures
        found = gaps(moved, self.factor)
        columns = [*AFTER, "answer", "missing"]
        rows = self.today.copy()
        for end in _ENDS[1:]:
            exact = rows["need"].astype(float).where(rows["need_exact"].astype(bool))
            rows[f"need{end}"] = rows[f"need{end}"].astype(float).fillna(exact)
        return rows.join(found[columns].add_prefix("after_"))


def snapped(values: Reals) -> Reals:
    """Whole numbers where arithmetic left them a hair beside."""
    whole = np.rint(values)
    return np.where(np.abs(values - whole) <= 1e-9 * np.maximum(1.0, np.abs(values)), whole, values)
