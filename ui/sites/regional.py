"""The map of territories: who has a place in reach with the new ones, to be taken away."""

from analysis.classes import class_of
from ui import words
from ui.class_names import labels
from ui.language import _
from ui.picture import Picture
from ui.sites.asked import SitesChoice
from ui.sites.drawn import UNKNOWN_MEANS
from ui.sites.rows import territories_of
from ui.store import Dataset

_BREAKS = (50.0, 70.0, 80.0, 90.0, 95.0)


def regional_picture(dataset: Dataset, choice: SitesChoice) -> Picture:
    """Territories by the share of their people who then have a place in reach."""
    way, where = choice.task.way, choice.task.where
    rows = territories_of(dataset, choice)
    rows["map_class"] = class_of(rows["after_percent"], _BREAKS)
    rows["label"] = [
        _("{today}, then {then}", today=words.share_of(today), then=words.share_of(then))
        if words.is_known(today)
        else _("unknown")
        for today, then in zip(rows["before_percent"], rows["after_percent"], strict=True)
    ]
    rows["file_level"] = rows["level"]
    return Picture(
        dataset, rows, where.level, where.countries, tuple(labels(_BREAKS, "%")),
        _(UNKNOWN_MEANS),
        _("% of {people} within {far} of a place, today and then",
          people=way.people(), far=way.far()),
        _("Map of territories: {question}", question=choice.question()),
        watermark=dataset.watermark,
    )  # fmt: skip
