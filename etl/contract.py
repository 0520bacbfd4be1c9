"""The tables of a Groundwork dataset, declared once.

DDL with its CHECKs and COMMENTs (`etl.ddl`), validation (`etl.validate`), the shipped
Parquet files (`etl.bundle`) and the data dictionary are all derived from `TABLES`.
Missing is NULL with a status, never 0.
"""

from collections.abc import Mapping

from etl import codes
from etl.columns import Column, Table, code, count, number, text

LON = number("lon", "longitude, degrees east, ETRS89", -180)
LAT = number("lat", "latitude, degrees north, ETRS89", -90)
TERRITORY_ID = text("territory_id", "NUTS code, or codes joined by + for a joint territory", True)
PERIOD = Column(
    "period",
    "VARCHAR",
    "reference period, ISO 8601: 2024, 2024-Q3, 2024-07 or 2024-07-31",
    required=True,
    pattern=r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?",
)

# Every fact row says where it is from and how sure it is.
FACT: tuple[Column, ...] = (
    text("source_id", "where the figure is from: key of table source", True),
    code("obs_status", "SDMX observation status", codes.OBS_STATUS, True),
    code("evidence", "what kind of figure it is", codes.EVIDENCE, True),
    text("note", "what to know before using the row"),
    text("source_file", "publisher's file the row was read from", True),
    count("source_line", "line of the publisher's file the row was read from"),
)

TABLES: tuple[Table, ...] = (
    Table(
        "territory",
        "one row per NUTS region of a version, or joint territory",
        (
            TERRITORY_ID,
            code("version", "NUTS version", {"2021": "NUTS 2021", "2024": "NUTS 2024"}, True),
            Column("level", "TINYINT", "NUTS level, 0 to 3", required=True, minimum=0),
            text("parent_id", "the territory one level up; NULL at level 0"),
            text("country", "two-letter country code as Eurostat uses it", True),
            text("name", "name in Latin letters", True),
            text("local_name", "name as written locally"),
            text("members", "territory codes a joint territory stands for, joined by +"),
            code("urban_type", "Eurostat urban-rural typology", codes.URBAN_TYPE),
            number("area_km2", "area inside the outline, ellipsoidal", 0),
            LON,
            LAT,
            Column("shown", "BOOLEAN", "in the display geography: NUTS 2024, UK NUTS 2021"),
        ),
        ("territory_id", "version"),
    ),
    Table(
        "cell",
        "one row per H3 cell of resolution 6 on land",
        (
            Column("cell", "UBIGINT", "H3 index, resolution 6", required=True),
            text("nuts_2024", "finest region of the display geography", True),
            text("nuts_2021", "finest region of NUTS 2021; NULL where NUTS 2021 has none"),
            count("residents", "residents, scaled to the NUTS 3 total; NULL is unknown"),
        ),
        ("cell",),
    ),
    Table(
        "cell_persons",
        "one row per H3 cell that persons of the 10 km grid were shared out to",
        (
            Column("cell", "UBIGINT", "H3 index, resolution 6", required=True),
            number("grid_persons", "persons of the grid of 2018 that fall here", 0),
        ),
        ("cell",),
    ),
    Table(
        "outline",
        "one row per territory of the display geography",
        (TERRITORY_ID, Column("wkb", "BLOB", "multipolygon, WKB, ETRS89 lon/lat", required=True)),
        ("territory_id",),
    ),
    Table(
        "source",
        "one row per publisher's dataset or page",
        (
            text("source_id", "key", True),
            text("module", "the reader in etl/sources that loads it", True),
            text("title", "title as the publisher gives it", True),
            text("publisher", "who publishes it", True),
            text("url", "where it is published"),
            text("licence", "terms of use", True),
            text("attribution", "the credit line to show", True),
            Column("retrieved_on", "DATE", "day it was fetched; NULL where not recorded"),
            text("sha256", "checksum of the file that was read"),
            text("vintage", "periods the file covers", True),
            text("caveats", "what to know before using it"),
        ),
        ("source_id",),
    ),
    Table(
        "measure",
        "one row per measure",
        (
            text("measure_id", "key", True),
            text("label", "name for readers", True),
            text("unit", "unit of the value", True),
            code("kind", "what kind of figure; kinds are never mixed", codes.KIND, True),
            code("domain", "service it belongs to", codes.SERVICE),
            code("direction", "which way is better", codes.DIRECTION, True),
            text("definition", "what is counted, in one sentence", True),
        ),
        ("measure_id",),
    ),
    Table(
        "observation",
        "one row per territory, period, measure, group and source",
        (
            TERRITORY_ID,
            code("nuts_version", "NUTS version of the code", {"2021": "", "2024": ""}, True),
            PERIOD,
            text("measure_id", "key of table measure", True),
            code("group_id", "whom the figure counts", codes.GROUP, True),
            number("value", "the figure; NULL is missing, never 0"),
            number("lower", "lower end where the figure is an interval"),
            number("upper", "upper end where the figure is an interval"),
            *FACT,
        ),
        ("territory_id", "period", "measure_id", "group_id", "source_id"),
    ),
    Table(
        "facility",
        "one row per place with coordinates",
        (
            text("facility_id", "key", True),
            text("name", "name of the place", True),
            code("kind", "reception or service", codes.FACILITY_KIND, True),
            code("service", "service term", codes.SERVICE, True),
            text("country", "two-letter country code", True),
            Column("lon", "DOUBLE", "longitude, degrees east", required=True, minimum=-180),
            Column("lat", "DOUBLE", "latitude, degrees north", required=True, minimum=-90),
            count("places", "places (beds in a hospital); NULL is unknown"),
            count("occupied", "places in use; NULL is unknown"),
            text("groups", "groups it is open to, separated by spaces"),
            text("languages", "languages spoken, ISO 639-1, separated by spaces"),
            code("mode", "how it reaches people", codes.MODE, True),
            code("publish_level", "finest level it may be shown at", codes.PUBLISH_LEVEL, True),
            Column("opened", "DATE", "first day"),
            Column("closed", "DATE", "last day"),
            PERIOD,
            *FACT,
        ),
        ("facility_id",),
    ),
    Table(
        "organisation",
        "one row per organisation",
        (
            text("organisation_id", "key", True),
            text("name", "name", True),
            code("actor", "type of actor", codes.ACTOR, True),
            code("level", "level it acts on", codes.GOVERNANCE_LEVEL, True),
            TERRITORY_ID,
            *FACT,
        ),
        ("organisation_id",),
    ),
    Table(
        "partnership",
        "one row per agreement between two organisations in a territory and period",
        (
            text("organisation_id", "key of table organisation", True),
            text("partner_id", "key of table organisation", True),
            TERRITORY_ID,
            PERIOD,
            code("service", "service it is about", codes.SERVICE, True),
            text("agreement", "kind of agreement", True),
            *FACT,
        ),
        ("organisation_id", "partner_id", "territory_id", "period", "service"),
    ),
    Table(
        "participation",
        "one row per body that decides, per period",
        (
            text("body_id", "key", True),
            text("name", "name of the body", True),
            TERRITORY_ID,
            PERIOD,
            code("level", "level it decides on", codes.GOVERNANCE_LEVEL, True),
            count("seats", "seats in all"),
            count("newcomer_seats", "seats held by newcomers"),
            Column("decision_power", "TINYINT", "0 informed, 1 consulted ... 4 decides", minimum=0),
            *FACT,
        ),
        ("body_id", "period"),
    ),
    Table(
        "sponsorship",
        "one row per sponsorship scheme, territory and period",
        (
            text("scheme_id", "scheme", True),
            TERRITORY_ID,
            PERIOD,
            count("sponsor_groups", "sponsoring groups"),
            count("pledged_places", "places pledged"),
            count("arrivals_persons", "persons who arrived"),
            *FACT,
        ),
        ("scheme_id", "territory_id", "period"),
    ),
    Table(
        "funding",
        "one row per fund, objective, territory and period",
        (
            text("fund_id", "fund", True),
            text("objective", "what the money is for", True),
            TERRITORY_ID,
            PERIOD,
            number("committed_eur", "committed, euro", 0),
            number("paid_eur", "paid, euro", 0),
            *FACT,
        ),
        ("fund_id", "objective", "territory_id", "period"),
    ),
    Table(
        "benchmark",
        "one row per norm",
        (
            text("benchmark_id", "key", True),
            text("label", "name for readers", True),
            text("numerator", "what is counted", True),
            text("denominator", "per what", True),
            number("threshold", "how much is enough"),
            text("unit", "unit of the threshold", True),
            code("kind", "law, target or observed", codes.BENCHMARK_KIND, True),
            Column("editable", "BOOLEAN", "a user may set another threshold", required=True),
            text("source_id", "where the norm is from", True),
        ),
        ("benchmark_id",),
    ),
    Table(
        "line_count",
        "one row per reader, file and outcome",
        (
            text("module", "the reader in etl/sources", True),
            text("file", "the publisher's file", True),
            text("outcome", "loaded, rejected, or 'left out: why'", True),
            count("lines", "lines of the file with that outcome", True),
        ),
        ("module", "file", "outcome"),
    ),
    Table(
        "rejected_row",
        "one row per refused line and reason",
        (
            text("module", "the reader in etl/sources", True),
            text("file", "the publisher's file", True),
            count("line", "line in the file", True),
            text("column_name", "column at fault"),
            text("reason", "what is wrong and what was expected", True),
            text("raw", "the line as it stands in the file"),
        ),
        ("module", "file", "line", "reason"),
    ),
)

BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
