"""What is worked out once, though many ask for it at the same moment, and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class _Place(Generic[T]):
    """Where one thing is kept; empty until it was worked out."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.found: list[T] = []


class Kept(Generic[K, T]):
    """Things by key, at most `most` of them; those used longest ago are let go first.

    A thing is made by `make` when it is first asked for. Whoever asks for the same meanwhile
    waits for that one; whoever asks for another does not. What fails is not kept.

    >>> kept = Kept[int, str](2, str)
    >>> kept.get(1), kept.get(2), kept.get(3), len(kept)
    ('1', '2', '3', 2)
    """

    def __init__(self, most: int, make: Callable[[K], T]) -> None:
        self._most, self._make = most, make
        self._places: OrderedDict[K, _Place[T]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K) -> T:
        """The thing of a key."""
        with self._lock:
            place = self._places.get(key)
            if place is None:
                place = self._places[key] = _Place()
                if len(self._places) > self._most:
                    self._places.popitem(last=False)
            else:
                self._places.move_to_end(key)
        if not place.found:
            with place.lock:
                if not place.found:
                    try:
                        place.found.append(self._make(key))
                    except BaseException:
                        self.drop(key)
                        raise
        return place.found[0]

    def drop(self, key: K) -> None:
        """Keep a thing no longer; who holds it, holds it still."""
        with self._lock:
            self._places.pop(key, None)

    def clear(self) -> None:
        """Keep nothing any longer."""
        with self._lock:
            self._places.clear()

    def __len__(self) -> int:
        return len(self._places)
