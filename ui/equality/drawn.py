"""The map of the Equality page: who gains and who loses, or who is above the mean."""

from dataclasses import replace

import pandas as pd

from analysis.equality.gains import CANNOT_TELL
from ui import words
from ui.area.spread import About, Spread, spread
from ui.equality.choice import CHANGE, EqualityChoice
from ui.equality.figures import equality_of
from ui.equality.words import points
from ui.language import _, later, per_language
from ui.picture import Picture
from ui.store import Dataset
from ui.words import THIN

# Of the loss, or of what lacks to the mean, so that blue is the better side.
_BREAKS = (-50.0, -20.0, 0.0, 20.0, 50.0)
_GAINED = (
    later("gains 50 points or more"), later("gains 20 to 50"), later("gains up to 20"),
    later("loses up to 20"), later("loses 20 to 50"), later("loses 50 points or more"),
)  # fmt: skip
_STANDING = (
    later("half as much again, or more"), later("20 to 50 % above the mean"),
    later("up to 20 % above"), later("up to 20 % below"), later("20 to 50 % below"),
    later("half of the mean or less"),
)  # fmt: skip
_NONE = ("territory_id", "value", "label", "cannot_tell")


@per_language(64)
def spread_of(dataset: Dataset, choice: EqualityChoice) -> Spread:
    """Every territory drawn with what it gained, or how far it is from the mean."""
    view = equality_of(dataset, choice)
    about = _about(choice)
    if view is None:
        return spread(dataset, choice.where, pd.DataFrame(columns=list(_NONE)), about)
    rows = view.rows.reset_index()
    if choice.shown == CHANGE:
        rows["cannot_tell"] = rows["direction"].eq(CANNOT_TELL)
        rows["value"] = -rows["gain"].mask(rows["cannot_tell"])
        said = rows["gain"].map(points, na_action="ignore")
    else:
        low, high = rows["relative_lower_now"], rows["relative_upper_now"]
        rows["cannot_tell"] = (low < 100) & (high > 100)
        rows["value"] = 100 - rows["relative_now"].mask(rows["cannot_tell"])
        said = rows["relative_now"].map(words.rate, na_action="ignore") + f"{THIN}%"
    rows["label"] = said.where(rows["value"].notna(), None)
    return spread(dataset, choice.where, rows, about)


@per_language(64)
def picture_of(dataset: Dataset, choice: EqualityChoice) -> Picture:
    """The map, coloured from better (blue) to worse (orange)."""
    return replace(spread_of(dataset, choice).picture(), scale="diverging")


def _about(choice: EqualityChoice) -> About:
    if choice.shown == CHANGE:
        return About(
            choice.question(),
            _("percentage points of the mean gained or lost"),
            _("not known at both dates"),
            breaks=_BREAKS,
            class_names=tuple(_(each) for each in _GAINED),
            cannot_tell=_("cannot tell: its figures allow both"),
        )
    return About(
        choice.question(),
        _("of the mean"),
        _("not known at both dates") if choice.compares else _("not published"),
        breaks=_BREAKS,
        class_names=tuple(_(each) for each in _STANDING),
        cannot_tell=_("cannot tell: above or below"),
    )
