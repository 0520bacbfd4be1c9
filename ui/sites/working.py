"""The page's long work, watched: how far it is, and a button that stops it."""

from ui.language import _
from ui.reach.working import watched
from ui.sites.asked import Task
from ui.sites.plans import answer_of
from ui.store import Dataset


def worked_out(dataset: Dataset, task: Task) -> bool:
    """Whether a task is worked out now; the reader may have stopped it, and may go on."""
    return watched(
        task, _("Choosing where new places would reach most people"),
        lambda watch: answer_of(dataset, task, watch),
    ) is not None  # fmt: skip
