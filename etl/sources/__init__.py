"""The publishers' datasets, in the order they are read. A new source is a line here."""

from etl.reading import Source
from etl.sources import (
    asylum_applicants,
    hospitals,
    italy_reception,
    land_area,
    nuts,
    population_grid,
    residents,
    temporary_protection,
    transcribed_regions,
)

SOURCES: tuple[Source, ...] = (
    nuts.SOURCE,
    population_grid.SOURCE,
    residents.SOURCE,
    land_area.SOURCE,
    hospitals.SOURCE,
    temporary_protection.SOURCE,
    asylum_applicants.SOURCE,
    italy_reception.SOURCE,
    transcribed_regions.SOURCE,
)
