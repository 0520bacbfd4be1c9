"""Where a need is known that is years newer than the answer: what is short now is not known."""

import pandas as pd

from ui.shortage_choice import ShortageChoice
from ui.store import Dataset, ask
from ui.words import is_known

# A figure this many years older than a need of the same territory says so.
_YEARS_OLD = 2


def newer_need(dataset: Dataset, choice: ShortageChoice, every: pd.DataFrame) -> list[str]:
    """The newest period of need of each row, where its figures are years older; else ''.

    `every` has `territory_id`, `period` (of the need) and `capacity_period`.
    """
    newest = ask(
        dataset, "newest_need", standard_id=choice.standard.standard_id,
        basis_id=choice.basis.basis_id,
    ).set_index("territory_id")["newest_need_period"]  # fmt: skip
    since = every["territory_id"].map(newest)
    dates = zip(every["period"], every["capacity_period"], since, strict=True)
    return [_newer(*each) for each in dates]


def _newer(need: object, capacity: object, newest: object) -> str:
    """The newest period of need, where a figure is years older than it.

    >>> _newer("2021", "2021-09", "2025"), _newer("2024", "2023-12-31", "2024")
    ('2025', '')
    """
    dates = [str(each)[:4] for each in (need, capacity) if is_known(each)]
    if not dates or not is_known(newest):
        return ""
    return str(newest) if int(str(newest)[:4]) - int(min(dates)) >= _YEARS_OLD else ""
