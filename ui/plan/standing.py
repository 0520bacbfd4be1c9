"""Where each point of the plan stands: a sentence, and how much of it is known."""

from collections.abc import Callable

from ui.plan import asked, others
from ui.plan.known import Facts
from ui.plan.share import Standing

_OF: dict[str, Callable[[Facts], Standing]] = {
    "vision": asked.vision,
    "reception": asked.reception,
    "equally": asked.equally,
    "comprehensive": asked.comprehensive,
    "partnership": asked.partnership,
    "sponsorship": asked.sponsorship,
    "coherence": asked.coherence,
    "multilevel": others.multilevel,
    "decisions": others.decisions,
    "more_sponsorship": others.more_sponsorship,
    "access": others.access,
    "codesign": others.codesign,
    "digital": others.digital,
    "settlement": others.settlement,
    "durable": others.durable,
}


def standing(point_id: str, facts: Facts) -> Standing:
    """Where a point stands in the dataset in view. Raises KeyError for a point without one."""
    return _OF[point_id](facts)
