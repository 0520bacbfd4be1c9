"""What of a file's baseline a dataset has: the rest is left out, and named."""

from collections.abc import Mapping

from ui import address
from ui.asked import asked
from ui.out.taken import NotOfferedError
from ui.shortage_choice import measure
from ui.store import Dataset

_FILTER = "filter"


def on_offer(dataset: Dataset, baseline: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The parts of a baseline that a dataset has, and what it does not have, as `part: value`.

    Read as strictly as the command reads it, which stops at the first; a page goes on without.
    """
    kept = {name: value for name, value in baseline.items() if value}
    left_out: list[str] = []
    while True:
        try:
            with asked(kept):
                measure(dataset)
        except NotOfferedError as refused:
            name = refused.value if refused.name == _FILTER else refused.name
            wrong = kept[name] if refused.name == _FILTER else refused.value
            left_out.append(f"{name}: {wrong}")
            kept = _without(kept, name, wrong)
        else:
            return kept, left_out


def _without(kept: Mapping[str, str], name: str, wrong: str) -> dict[str, str]:
    """The baseline without a value, or without one of the codes that stand there together.

    >>> _without({"in": "IT.XX.ES", "by": "x"}, "in", "XX")
    {'in': 'IT.ES', 'by': 'x'}
    >>> _without({"in": "IT", "by": "x"}, "by", "x")
    {'in': 'IT'}
    """
    codes = [] if kept[name] == wrong else [c for c in address.apart(kept[name]) if c != wrong]
    rest = address.joined(codes) if len(codes) < len(address.apart(kept[name])) else ""
    changed = {**kept, name: rest}
    return {each: value for each, value in changed.items() if value}
