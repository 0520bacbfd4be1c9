"""How many rows there are to take away."""

from collections import OrderedDict
from threading import Lock

from ui.out.taken import Taken

_MOST = 256
_COUNTED: OrderedDict[tuple[object, ...], int] = OrderedDict()
_LOCK = Lock()


def rows_of(taken: Taken) -> int:
    """The number of rows, counted once for the same rows of the same dataset."""
    key = (taken.dataset, taken.name, taken.query, tuple(sorted(taken.filters.items())))
    with _LOCK:
        if key in _COUNTED:
            return _COUNTED[key]
    found = taken.count() if taken.count else sum(each.num_rows for each in taken.batches())
    with _LOCK:
        _COUNTED[key] = found
        while len(_COUNTED) > _MOST:
            _COUNTED.popitem(last=False)
    return found
