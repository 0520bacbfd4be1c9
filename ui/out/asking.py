"""What filters of a table come to: conditions, the values they name, and what was understood."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from ui.out.taken import NotOfferedError

BETWEEN = "."
# A filter with more values than this is not listed, only checked.
_MOST_LISTED = 200


@dataclass
class Asked:
    """What a filter comes to: conditions in SQL, the values they name, filters as understood."""

    conditions: list[str] = field(default_factory=list)
    values: dict[str, str | list[str]] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)

    def one_of(self, name: str, expression: str, chosen: Sequence[str]) -> None:
        """Rows where an expression is one of the values chosen."""
        self.conditions.append(f"cast({expression} as varchar) in (select unnest(${name}))")
        self.values[name] = list(chosen)
        self.filters[name] = BETWEEN.join(chosen)


def parted(name: str, text: str, known: Sequence[str] | Set[str]) -> list[str]:
    """The values of a filter, sorted, each once; a value may itself have a dot.

    Raises NotOfferedError for what is not known.

    >>> parted("in", "IT.ES", ["ES", "IT"])
    ['ES', 'IT']
    >>> parted("basis_id", "centres.all.pending", ["centres.all", "pending"])
    ['centres.all', 'pending']
    """
    parts, found, start = text.split(BETWEEN), set(), 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            if (value := BETWEEN.join(parts[start:end])) in known:
                found.add(value)
                start = end
                break
        else:
            raise NotOfferedError(name, parts[start], listable(known))
    return sorted(found)


def listable(known: Sequence[str] | Set[str]) -> tuple[str, ...]:
    """The values to name where not all can be; () where there are too many for a list."""
    return tuple(sorted(known)) if len(known) <= _MOST_LISTED else ()
