"""An area's figures spread over the map: every territory drawn, known or unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.classes import CANNOT_TELL, class_of
from analysis.drawn import drawn_territories
from analysis.round_breaks import round_breaks
from ui import words
from ui.area.where import Where
from ui.class_names import labels
from ui.language import _, later
from ui.picture import Picture
from ui.store import Dataset, ask

UNKNOWN_LABEL = later("unknown")  # turned where it is hovered over
CANNOT_TELL_LABEL = later("cannot tell")


@dataclass(frozen=True)
class About:
    """What a map shows: its question, the unit of its values, what hatched means.

    `breaks` are the classes' limits, rising; without them they are round numbers near the
    quantiles of what is shown. `class_names` name the classes where limits say too little.
    `cannot_tell` is what dotted means, where figures have such rows. `shown` writes a value for
    the hover. `as_asked` draws the level asked for however little is known there: for what is
    not one figure of a larger territory.
    """

    question: str
    unit: str
    unknown_means: str = later("not published")
    breaks: tuple[float, ...] = ()
    class_unit: str = ""
    class_names: tuple[str, ...] = ()
    shown: Callable[[float], str] = words.rate
    cannot_tell: str = ""
    as_asked: bool = False


@dataclass(frozen=True, eq=False)
class Spread:
    """The rows of one map, indexed by territory_id.

    Columns: those of the figures given, and `value` (NaN is unknown), `name`, `local_name`,
    `country`, `level`, `residents`, `place`, `map_class`, `label`.
    """

    dataset: Dataset
    where: Where
    about: About
    rows: pd.DataFrame
    breaks: tuple[float, ...]

    @property
    def known(self) -> pd.DataFrame:
        """The rows with a value."""
        return self.rows[self.rows["value"].notna()]

    @property
    def unknown(self) -> pd.DataFrame:
        """The rows without one."""
        return self.rows[self.rows["value"].isna()]

    def picture(self) -> Picture:
        """The map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        about = self.about
        return Picture(
            self.dataset,
            self.rows,
            self.where.level,
            self.where.countries,
            tuple(_(each) for each in about.class_names)
            or tuple(labels(self.breaks, _(about.class_unit))),
            _("unknown: {why}", why=_(about.unknown_means)),
            _(about.unit),
            _(
                "Map: {question} The table below holds the same figures.",
                question=_(about.question),
            ),
            cannot_tell=_(about.cannot_tell),
            watermark=self.dataset.watermark,
        )


def spread(dataset: Dataset, where: Where, figures: pd.DataFrame, about: About) -> Spread:
    """Give every territory drawn its figure, or none.

    Shape   : `figures` has one row per territory with `territory_id` and `value`, and may have
              `lower`, `upper`, `label` and whatever else the page shows. Each country is drawn
              at the finest level up to the one asked for at which it is known.
    Missing : a territory without a row, or with a value of NaN, is drawn as unknown; one where
              `cannot_tell` is true with dots: what is known of it does not decide.
    Errors  : MergeError when a territory has two rows.
    """
    territories = ask(dataset, "region")
    if where.countries:
        territories = territories[territories["country"].isin(where.countries)]
    open_ends = figures["cannot_tell"].eq(True) if "cannot_tell" in figures else None
    # What is known without deciding is known at its level all the same.
    decided = (
        figures
        if open_ends is None
        else figures.assign(value=figures["value"].mask(open_ends, 0.0))
    )
    drawn = (
        _at_level(territories, where.level)
        if about.as_asked
        else drawn_territories(decided, territories, where.level)
    )
    context = ["territory_id", "name", "local_name", "country", "level", "residents"]
    own = figures.drop(columns=[each for each in context[1:] if each in figures])
    rows = drawn[context].merge(own, on="territory_id", how="left", validate="1:1")
    rows = rows.set_index("territory_id")
    rows["value"] = rows["value"].astype(float)
    rows["place"] = words.places(rows)
    breaks = about.breaks or round_breaks(rows["value"])
    rows["map_class"] = class_of(rows["value"], breaks)
    if open_ends is not None:
        rows["cannot_tell"] = rows["cannot_tell"].eq(True)
        rows.loc[rows["cannot_tell"], "map_class"] = CANNOT_TELL
    given = rows["label"] if "label" in rows else pd.Series(None, index=rows.index, dtype=object)
    rows["label"] = [
        str(label) if words.is_known(label) else said
        for label, said in zip(given, _labels(rows, about), strict=True)
    ]
    return Spread(dataset, where, about, rows, breaks)


def _at_level(territories: pd.DataFrame, level: int) -> pd.DataFrame:
    """The single territories of a level, of a country's finest where its regions end before."""
    single = territories[territories["members"].isna() & (territories["level"] <= level)]
    return single[single["level"] == single.groupby("country")["level"].transform("max")]


def _labels(rows: pd.DataFrame, about: About) -> list[str]:
    """What the hover says of each territory: an interval where there is one."""
    ends = rows.reindex(columns=["value", "lower", "upper"]).astype(float)
    found = []
    dotted = rows["map_class"] == CANNOT_TELL
    for (value, lower, upper), is_dotted in zip(
        ends.itertuples(index=False, name=None), dotted, strict=True
    ):
        if pd.isna(value):
            found.append(_(CANNOT_TELL_LABEL) if is_dotted else UNKNOWN_LABEL)
        elif pd.notna(lower) and pd.notna(upper) and about.shown(lower) != about.shown(upper):
            found.append(f"{about.shown(lower)}-{about.shown(upper)}")
        else:
            found.append(about.shown(value))
    return found
