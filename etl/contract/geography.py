"""Tables of the geography: territories, cells of land, outlines."""

from etl import codes
from etl.columns import Column, Table, code, count, number, text
from etl.contract.shared import LAT, LON, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "territory",
        "one row per NUTS region of a version, or joint territory",
        (
            TERRITORY_ID,
            code("version", "NUTS version", codes.NUTS_VERSION, True),
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
        "nuts_change",
        "one row per NUTS code that ended and code that has some of its land",
        (
            text("old_code", "code that ended", True),
            code("old_version", "last version that has it", codes.NUTS_VERSION, True),
            text("new_code", "code that has some of its land", True),
            code("new_version", "version the new code is of", codes.NUTS_VERSION, True),
            code("kind", "what became of the region", codes.NUTS_CHANGE, True),
            count("persons", "residents who went along, 2021; NULL is unknown"),
            number("area_km2", "area that went along; NULL is unknown", 0),
            number("share", "part of its residents; NULL is unknown", 0),
            number("area_share", "part of its area; NULL is unknown", 0),
            text("source_id", "key of table source", True),
        ),
        ("old_version", "old_code", "new_version", "new_code"),
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
)
