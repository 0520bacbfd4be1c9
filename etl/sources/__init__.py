"""The publishers' datasets, in the order they are read. A new source is a line here."""

from etl.reading import Source
from etl.sources import (
    asylum_applicants,
    hospitals,
    italy_reception,
    land_area,
    nuts,
    nuts_changes,
    population_grid,
    residents,
    temporary_protection,
    transcribed_reception,
)

SOURCES: tuple[Source, ...] = (
    nuts.SOURCE,
    nuts_changes.SOURCE,
    population_grid.SOURCE,
    residents.SOURCE,
    land_area.SOURCE,
    hospitals.SOURCE,
    temporary_protection.SOURCE,
    asylum_applicants.SOURCE,
    italy_reception.SOURCE,
    transcribed_reception.SOURCE,
)
