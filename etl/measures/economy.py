"""The economy: gross domestic product, and who has work."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "gdp_meur",
        "Gross domestic product",
        "million euro",
        "context",
        None,
        "neutral",
        "Gross domestic product of the year at current market prices.",
        flow=True,
    ),
    Measure(
        "gdp_per_inhabitant_pps",
        "Gross domestic product per inhabitant",
        "PPS per inhabitant",
        "context",
        None,
        "neutral",
        "Gross domestic product of the year per inhabitant in purchasing power standards, "
        "which take out differences in prices between countries.",
        flow=True,
    ),
    Measure(
        "employment_rate_percent",
        "Employment rate",
        "percent",
        "context",
        "employment",
        "more_is_better",
        "Employed persons per 100 persons aged 15 to 64, by citizenship, average of the year.",
    ),
    Measure(
        "unemployment_rate_percent",
        "Unemployment rate",
        "percent",
        "context",
        "employment",
        "less_is_better",
        "Persons out of work and seeking it per 100 persons aged 15 to 64 who work or seek work, "
        "by citizenship, average of the year.",
    ),
)
