"""The points of a file's rows in degrees, and what is wrong with a point that is elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from etl.columns import Table, number
from etl.intake import coordinates, territories
from etl.intake.cells import CellFaultError
from etl.intake.choices import Choices
from etl.intake.columns import Matched
from etl.intake.coordinates import DEGREES, Located, Point
from etl.intake.grid import Fault, Grid, Line, UnreadableError, shown
from etl.intake.settings import Settings
from etl.intake.values import held

_CHECK = "Check the coordinates; longitude and latitude may be swapped in this line."
_ANY = number("any", "a coordinate of any grid")
_UNDECIDED = "the grid of the coordinates is not decided"


@dataclass(frozen=True)
class Points:
    """Points by line, in degrees; `land` is the country of every cell, empty without points."""

    located: Located = field(default_factory=lambda: Located(DEGREES))
    at: Mapping[int, Point] = field(default_factory=dict)
    land: dict[int, str] = field(default_factory=dict)

    @cached_property
    def _countries(self) -> frozenset[str]:
        return frozenset(self.land.values())

    def undecided(self, line: Line, header: str) -> Fault | None:
        """The fault of a point on a grid that is not decided."""
        if self.located.system or line.number not in self.at:
            return None
        lon, lat = self.at[line.number]
        return Fault(header, f"{lon:.0f}, {lat:.0f}", _UNDECIDED, "Answer which grid they are of.")

    def country(self, line: int, wanted: str = "") -> str:
        """The country a line's point is in, '' where it is on no land."""
        if line not in self.at:
            return ""
        return coordinates.country_at(*self.at[line], self.land, wanted)

    def nowhere(self, line: Line, header: str) -> Fault:
        """The fault of a point that is on no land, so that its country is not known."""
        lon, lat = self.at[line.number]
        return Fault(header, f"{lon:g}, {lat:g}", "lies on no land", _CHECK)

    def fault(self, line: Line, country: str | None) -> Fault | None:
        """What is wrong with where a line's point is, which is not in the country it names."""
        if line.number not in self.at or not country or country not in self._countries:
            return None
        found = self.country(line.number, country)
        if found == country:
            return None
        lon, lat = self.at[line.number]
        where = f"lies in {found}" if found else "lies on no land"
        return Fault("lon", f"{lon:g}, {lat:g}", f"{where}, its country is {country}", _CHECK)


def points_of(
    grid: Grid, lines: list[Line], matched: Matched, made: Choices, settings: Settings
) -> Points:
    """The points of the lines, as far as their cells are numbers.

    Raises UnreadableError when the settings name a reference system that there is not.
    """
    places = matched.place("lon"), matched.place("lat")
    bundle = made.usual.places.folder if made.usual.places else None
    if None in places or bundle is None:
        return Points()
    told = settings.coordinates
    if told and not coordinates.known_system(told):
        raise UnreadableError(f"Coordinates cannot be in {told!r}.", "Write it like EPSG:3035.")
    system = coordinates.known_system(told or grid.crs)
    found = {
        line.number: point for line in lines if (point := _point(line, matched, made)) is not None
    }
    by_line = {line.number: line for line in lines}
    countries = [_country(by_line[number], matched, settings) for number in found]
    # A file in degrees may still have them the wrong way round.
    sure = system if told or system != DEGREES else None
    located = coordinates.locate(list(found.values()), countries, sure, bundle)
    degrees = coordinates.to_degrees(found.values(), located.system or DEGREES)
    land = coordinates.land_of(bundle) if found else {}
    return Points(located, dict(zip(found, degrees, strict=True)), land)


def _point(line: Line, matched: Matched, made: Choices) -> Point | None:
    """The two numbers of a line; None where they are none."""
    found: list[float] = []
    for name in ("lon", "lat"):
        place = matched.place(name)
        if place is None or place >= len(line.cells):
            return None
        column = replace(_ANY, name=name)
        try:
            text = held(column, line.cells[place], made.ways.get(name, made.usual)).text
        except CellFaultError:
            return None
        if text is None:
            return None
        found.append(float(Decimal(text)))
    return (found[0], found[1])


def _country(line: Line, matched: Matched, settings: Settings) -> str | None:
    """The country that a line names, if it does."""
    place = matched.place("country")
    text = settings.constants.get("country", "")
    if not text and place is not None and place < len(line.cells):
        text = shown(line.cells[place])
    return territories.country(text) if text.strip() else None


def has_points(table: Table) -> bool:
    """Whether the rows of a table are at a place.

    >>> from etl import contract
    >>> has_points(contract.BY_NAME["facility"]), has_points(contract.BY_NAME["funding"])
    (True, False)
    """
    return {"lon", "lat"} <= {column.name for column in table.columns}
