"""How a file is read: what its user decided, the rest found out."""

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

_TEXTS = (
    "sheet", "encoding", "separator", "decimal", "thousands", "date_order", "nuts_version",
    "coordinates", "level", "scale",
)  # fmt: skip
_NUMBERS = ("header_line", "header_lines")
_MAPS = ("columns", "choose", "constants", "names")
_ALLOWED = {
    "decimal": (".", ","),
    "thousands": ("", ".", ",", " ", "'"),
    "date_order": ("dmy", "mdy", "ymd"),
    "nuts_version": ("2013", "2016", "2021", "2024"),
    "level": ("0", "1", "2", "3"),
    "scale": ("1", "1000", "1000000"),
}


@dataclass
class Settings:
    """One's own decisions on a file; None and what is not in a mapping is found out.

    `columns` maps a column of the file to one of the table, '' to none; `choose` says which of
    two columns of the file is meant for one of the table; `constants` gives a column of the
    table one value for all rows; `names` gives a name of a territory its code; `level` is the
    NUTS level meant where a name is that of a region and of a district; `scale` is 1000 where
    figures are in thousands.
    """

    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    decimal: str | None = None
    thousands: str | None = None
    date_order: str | None = None
    header_line: int | None = None
    header_lines: int | None = None
    nuts_version: str | None = None
    coordinates: str | None = None
    level: str | None = None
    scale: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    choose: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The settings as they stand in a report or a file."""
        return asdict(self)


def settings_of(text: str) -> Settings:
    """Settings from JSON; ValueError says which one is not understood.

    >>> settings_of('{"decimal": ",", "header_line": 3}').decimal
    ','
    """
    try:
        told = json.loads(text)
    except ValueError as error:
        raise ValueError(f"The settings are no JSON: {error}.") from None
    if not isinstance(told, dict):
        raise ValueError("The settings are no JSON object of names and values.")
    strange = sorted(set(told) - {each.name for each in fields(Settings)})
    if strange:
        raise ValueError(f"There is no setting {', '.join(map(repr, strange))}.")
    return Settings(**{name: _checked(name, value) for name, value in told.items()})


def _checked(name: str, value: Any) -> Any:
    """One setting, if it can be what it is."""
    if name in _MAPS:
        value = value or {}
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise ValueError(f"Setting {name} must be an object of texts.")
        return value
    if value is None or (value == "" and name != "thousands"):
        return None
    if name in _NUMBERS:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"Setting {name} must be a whole number of 1 or more.")
        return value
    if not isinstance(value, str):
        raise ValueError(f"Setting {name} must be a text.")
    allowed = _ALLOWED.get(name)
    if allowed and value not in allowed:
        raise ValueError(f"Setting {name} is {value!r}; it may be: {', '.join(allowed)}.")
    return value
