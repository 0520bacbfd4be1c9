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
    transcribed_benchmarks,
    transcribed_centres,
    transcribed_funds,
    transcribed_national,
    transcribed_reception,
    transcribed_services,
    transcribed_sponsorship,
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
    transcribed_reception.SOURCE,
    transcribed_benchmarks.SOURCE,
    transcribed_centres.SOURCE,
    transcribed_funds.SOURCE,
    transcribed_national.SOURCE,
    transcribed_services.SOURCE,
    transcribed_sponsorship.SOURCE,
)
