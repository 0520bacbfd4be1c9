"""A generated Europe of 100,000 local units, added to the published dataset."""

import duckdb

UNITS, MEASURES, PERIODS, FACILITIES = 100_000, 25, 40, 5_000_000
# How many measures and periods a share has: their product is that share of all.
GRID = {1: (5, 2), 10: (10, 10), 30: (15, 20), 100: (MEASURES, PERIODS)}
# What every share has: pages hold them against each other.
_FIRST = ("reception_places", "people_hosted_persons", "asylum_applicants_persons")
_NEEDS = ("asylum_pending", "all_protection")


def generate(con: duckdb.DuckDBPyConnection, share: int) -> None:
    """Tables `unit`, `drawn`, `needed` and `place`: what a share adds to the tables of a dataset.

    Every unit has every measure and period; needs are of as many periods.
    """
    measures, periods = GRID[share]
    (parents,) = con.execute(
        "select count(*) from territory where shown and level = 3 and members is null"
    ).fetchone() or (0,)
    (places,) = con.execute("select count(*) from facility").fetchone() or (0,)
    con.execute(
        f"""
        create temp table parent as
        select row_number() over (order by territory_id) - 1 as number, *
        from territory where shown and level = 3 and members is null;
        create temp table unit as
        select parent.* exclude (number) replace (
            parent.country || lpad(cast(each.range as varchar), 6, '0') as territory_id,
            4 as level, parent.territory_id as parent_id
        )
        from range({UNITS}) as each
        inner join parent on parent.number = each.range % {parents};
        create temp table chosen as
        select row_number() over (
            order by coalesce(list_position({list(_FIRST)}, measure_id), 9), measure_id
        ) as number, measure_id
        from measure where kind in ('need', 'capacity', 'use')
        order by number limit {measures};
        create temp view moment as
        select cast({2025 - periods} + range as varchar) as period, range as number
        from range({periods});
        create temp view drawn as
        select
            unit.territory_id, '2024' as nuts_version, moment.period, chosen.measure_id,
            'all' as group_id,
            cast(hash(unit.territory_id, moment.number, chosen.number) % 1000 as double) as value,
            'A' as obs_status, 'published' as evidence,
            'residents' as source_id, 'generated.tsv' as source_file,
            moment.number + 1 as source_line
        from chosen cross join moment cross join unit;
        create temp view needed as
        select
            unit.territory_id, need_id, 'all' as group_id, moment.period,
            cast(hash(unit.territory_id, moment.number) % 500 as double) as value,
            true as exact, 'published' as method, 'A' as obs_status, 'published' as evidence,
            'residents' as source_id, 'generated.tsv' as source_file, 1 as source_line
        from unnest({list(_NEEDS)}) as each(need_id) cross join moment cross join unit;
        create temp table place as
        select facility.* exclude (number) replace (
            'g' || cast(each.range as varchar) as facility_id, facility.lon + 0.01 as lon
        ), facility_place.region_id
        from range({FACILITIES * share // 100}) as each
        inner join (
            select row_number() over (order by facility_id) - 1 as number, * from facility
        ) as facility on facility.number = each.range % {places}
        inner join facility_place using (facility_id);
        """
    )
