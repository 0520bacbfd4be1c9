"""A view: the rows behind one map, for the territories it draws, with their names."""

from dataclasses import dataclass

import pandas as pd

from analysis.classes import class_of
from analysis.drawn import drawn_territories
from ui import words
from ui.choice import Choice
from ui.class_names import labels
from ui.language import _, later
from ui.picture import Picture
from ui.store import Dataset, ask, rows_of

UNKNOWN_LABEL = later("unknown")  # turned where it is hovered over


@dataclass(frozen=True)
class View:
    """One map's rows, indexed by territory_id and ordered as the map's file.

    Columns: `analysis.indicator.ROW_COLUMNS`, `name`, `country`, `level`, `place` (name and
    country), `map_class`, `label`.
    """

    dataset: Dataset
    choice: Choice
    rows: pd.DataFrame

    @property
    def known(self) -> pd.DataFrame:
        """The rows with a value."""
        return self.rows[self.rows["value"].notna()]

    @property
    def unknown(self) -> pd.DataFrame:
        """The rows without one."""
        return self.rows[self.rows["value"].isna()]

    def picture(self) -> Picture:
        """The view as a map."""
        choice, indicator = self.choice, self.choice.indicator
        return Picture(
            self.dataset,
            self.rows,
            choice.level,
            choice.countries,
            tuple(labels(indicator.breaks, "%" if indicator.is_share else "")),
            _("unknown: {why}", why=words.inside(_(indicator.unknown_means))),
            _(indicator.unit),
            _(
                "Map: {question} The table below holds the same figures.",
                question=choice.question(),
            ),
            watermark=self.dataset.watermark,
        )

    def coarser(self) -> dict[int, list[str]]:
        """Countries drawn at a coarser level than asked for: level -> country codes."""
        known = self.known[self.known["level"] < self.choice.level]
        return {
            int(str(level)): sorted(part["country"].unique())
            for level, part in known.groupby("level")
        }


def view_of(dataset: Dataset, choice: Choice) -> View:
    """The rows of a choice: every territory drawn, known or unknown."""
    territories = ask(dataset, "region")
    figures = rows_of(dataset, choice.indicator, choice.values())
    if choice.countries:
        territories = territories[territories["country"].isin(choice.countries)]
    drawn = drawn_territories(figures, territories, choice.level)
    columns = ["territory_id", "name", "local_name", "country", "level", "residents"]
    columns.append("residents_period")
    rows = drawn[columns].merge(
        figures.drop(columns=["residents", "residents_period"]),
        on="territory_id",
        how="left",
        validate="1:1",
    )
    used = figures.set_index("territory_id")[["residents", "residents_period"]]
    rows = rows.set_index("territory_id")
    rows["residents"] = used["residents"].reindex(rows.index).fillna(rows["residents"])
    rows["residents_period"] = (
        used["residents_period"].reindex(rows.index).fillna(rows["residents_period"])
    )
    rows["obs_status"] = rows["obs_status"].fillna("L")
    rows["place"] = words.places(rows)
    rows["map_class"] = class_of(rows["value"], choice.indicator.breaks)
    rows["label"] = [_label(row, choice) for row in rows.itertuples()]
    return View(dataset, choice, rows)


def _label(row: object, choice: Choice) -> str:
    """What the hover says of a territory, above the unit: short, as all are sent at once."""
    value = row.value  # type: ignore[attr-defined]  # a pandas named tuple
    if pd.isna(value):
        return UNKNOWN_LABEL
    lower, upper = row.lower, row.upper  # type: ignore[attr-defined]
    if pd.notna(lower) and pd.notna(upper) and words.rate(lower) != words.rate(upper):
        return f"{words.rate(lower)}-{words.rate(upper)}"
    if choice.indicator.is_share:
        return words.rate(value)
    year = str(row.period)[:4]  # type: ignore[attr-defined]
    return _("{rate} in {year}", rate=words.rate(value), year=year)
