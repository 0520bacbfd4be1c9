"""The endings of addresses: every format of files, and rows as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.out.formats import FORMATS

JSON = "json"
MOST_ROWS = 1_000_000


@dataclass(frozen=True)
class Kind:
    """A format in addresses: its ending there, in names of files, and what it is."""

    ending: str
    suffix: str
    label: str
    media_type: str
    usual_limit: int | None = None
    most: int = MOST_ROWS


KINDS: Mapping[str, Kind] = {
    JSON: Kind(JSON, JSON, "JSON records, in pages", "application/json", 1000, 10_000),
    **{
        key: Kind(key, each.suffix, each.label, each.media_type)
        for key, each in FORMATS.items()
        if key != JSON
    },
}
