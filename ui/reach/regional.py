"""The map of territories: the means of the table, for a drawing that is taken away."""

from ui.language import _
from ui.picture import Picture
from ui.reach import shades
from ui.reach.offer import is_complete
from ui.reach.regions import means_of
from ui.reach.way import COVERED, DISTANCE, ReachChoice
from ui.store import Dataset


def regional_picture(dataset: Dataset, choice: ReachChoice) -> Picture:
    """The view's territories in the classes of its cells."""
    way, complete = choice.way, is_complete(dataset, choice.way.service)
    rows = means_of(dataset, way, choice.where)
    classes, rows["map_class"] = shades.classes(rows, way)
    rows["label"] = shades.labels_of(rows, way)
    if not complete:
        rows["map_class"] = shades.of_some(rows, way)
        classes = classes[:1] if way.show == COVERED else classes
        rows.loc[rows["map_class"] < 0, "label"] = _("unknown")
    rows["file_level"] = rows["level"]
    alt = _("Map of territories: {question}", question=choice.question())
    return Picture(
        dataset, rows, choice.where.level, choice.where.countries, classes,
        shades.UNKNOWN_MEANS[complete], shades.unit(way), alt,
        scale="three" if way.show == COVERED else "sequential",
        cannot_tell="" if way.show == DISTANCE else shades.CANNOT_TELL_MEANS[complete],
        watermark=dataset.watermark,
    )  # fmt: skip
