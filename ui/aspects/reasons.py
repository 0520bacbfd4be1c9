"""Why a figure is unknown, in the reader's language: frames keep the English, as codes do."""

import re

from ui.language import _, later, n_

# The gap of the ledger is unknown, by what is missing of it.
LACKING = {
    "benchmark": later("unknown: benchmark"),
    "need": later("unknown: need"),
    "capacity": later("unknown: capacity"),
}
_PARTS = re.compile(r"(\d+) of its (\d+) parts unknown")


def told(why: str) -> str:
    """A reason of a row, as readers meet it.

    >>> told("2 of its 3 parts unknown")
    '2 of its 3 parts unknown'
    """
    if found := _PARTS.fullmatch(why):
        return n_(
            "{count} of its {parts} parts unknown", "{count} of its {parts} parts unknown",
            int(found[1]), parts=found[2],
        )  # fmt: skip
    return _(why)
