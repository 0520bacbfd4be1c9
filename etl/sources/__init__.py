"""The publishers' datasets, in the order they are read. A new source is a line here."""

from etl.reading import Source
from etl.sources import (
    anac,
    asylum_applicants,
    hospitals,
    ireland_ipas,
    italy_reception,
    italy_unaccompanied,
    koenigstein_key,
    land_area,
    nuts,
    population_grid,
    residents,
    temporary_protection,
    transcribed_reception,
    uk_resettlement,
    uk_support,
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
    italy_unaccompanied.SOURCE,
    anac.SOURCE,
    uk_support.SOURCE,
    uk_resettlement.SOURCE,
    koenigstein_key.SOURCE,
    ireland_ipas.SOURCE,
    transcribed_reception.SOURCE,
)
