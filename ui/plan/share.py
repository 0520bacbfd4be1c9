"""How much of a point is known, and the words that say so many."""

from dataclasses import dataclass, field

from ui.language import current
from ui.language.spoken import ENGLISH
from ui.plan.known import Count
from ui.words import number


@dataclass(frozen=True)
class Standing:
    """A sentence on a point, and the share of it that is known: `known` of `whole` `noun`s."""

    sentence: str
    known: int
    whole: int
    noun: str
    source_ids: tuple[str, ...] = field(default=())
    # Of a list that nobody calls complete: a full bar says nothing of what is not on it.
    on_record: bool = False

    @property
    def share(self) -> float:
        """The part that is known, 0 to 1; 0 where there is nothing to know it of."""
        return self.known / self.whole if self.whole else 0.0


def some(known: int) -> str:
    """A number, or none; elsewhere than in English the figure, as none follows its noun."""
    return number(known) if known or current() != ENGLISH else "none"


def sources(*counts: Count) -> tuple[str, ...]:
    """Sources behind several counts, each once."""
    return tuple(dict.fromkeys(each for count in counts for each in count.source_ids))
