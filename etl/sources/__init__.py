"""The publishers' datasets, in the order they are read. A new source is a line here."""

from etl.reading import Source
from etl.sources import (
    asylum_applicants,
    employment,
    gdp,
    hospitals,
    italy_reception,
    land_area,
    nuts,
    population_grid,
    residents,
    temporary_protection,
    transcribed_reception,
    unemployment,
    unhcr_applications,
    unhcr_decisions,
    unhcr_demographics,
    unhcr_population,
    unhcr_resettlement,
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
    gdp.SOURCE,
    employment.SOURCE,
    unemployment.SOURCE,
    unhcr_population.SOURCE,
    unhcr_applications.SOURCE,
    unhcr_decisions.SOURCE,
    unhcr_resettlement.SOURCE,
    unhcr_demographics.SOURCE,
)
