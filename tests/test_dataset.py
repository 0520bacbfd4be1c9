"""Truths about the published dataset that can be checked by hand against the publishers."""

import duckdb
import pytest

Connection = duckdb.DuckDBPyConnection


def one(con: Connection, statement: str, *values: object) -> tuple[object, ...]:
    row = con.execute(statement, list(values)).fetchone()
    assert row is not None
    return row


def test_nuts_3_sums_to_the_country(dataset: Connection) -> None:
    """In the last year every country's NUTS 3 regions add up to its published total."""
    countries, differing = one(
        dataset,
        """
        with leaf as (
            select territory.country, sum(residents.residents_persons) as residents
            from residents
            inner join territory on territory.territory_id = residents.territory_id
            where territory.shown and territory.level = 3 and residents.period = '2022'
            group by territory.country
        )
        select count(*), count(*) filter (leaf.residents <> whole.residents_persons)
        from leaf
        inner join residents as whole
            on whole.territory_id = leaf.country and whole.period = '2022'
        where leaf.residents is not null
        """,
    )
    assert int(str(countries)) > 30
    assert differing == 0


def test_cells_sum_to_every_region_the_grid_covers(dataset: Connection) -> None:
    """Italy's cells add up to Italy; so do those of regions NUTS 2024 renamed or made new."""
    (italy,) = one(dataset, "select sum(residents) from cell where starts_with(nuts_2024, 'IT')")
    (published,) = one(
        dataset,
        "select residents_persons from residents where territory_id = 'IT' and period = '2022'",
    )
    assert italy == published == 59_030_133
    for code, known in (("NL350", ("A", "published")), ("LV00A", ("E", "estimated"))):
        (cells,) = one(dataset, "select sum(residents) from cell where nuts_2024 = ?", code)
        residents, *status = one(
            dataset,
            "select residents_persons, obs_status, evidence from residents"
            " where territory_id = ? and period = '2022'",
            code,
        )
        assert cells == residents
        assert tuple(status) == known


@pytest.mark.parametrize(
    ("code", "residents", "status"),
    [
        ("HR050", 806_341, "A"),  # the city of Zagreb, HR041 in NUTS 2016
        ("NO083", 297_520, "A"),  # Østfold, NO031, though NUTS 2021 had it in Viken
        ("UKN0B", 148_378, "A"),  # Mid Ulster, UKN11
        # HR047 to HR04E: 107,186 + 74,521 + 67,028 + 138,804 + 275,056 + 152,494 + 116,166
        # + 147,216
        ("HR02", 1_078_471, "A"),
        # ITG25 and ITG29, Sassari with Olbia-Tempio: 327,537 + 159,152; a break in the series
        ("ITG2D", 486_689, "E"),
    ],
)
def test_renamed_regions_have_their_older_residents(
    dataset: Connection, code: str, residents: int, status: str
) -> None:
    found = one(
        dataset,
        "select residents_persons, obs_status from residents"
        " where territory_id = ? and period = '2019'",
        code,
    )
    assert found == (residents, status)


@pytest.mark.parametrize("country", ["EE", "HR", "IT", "UK"])
def test_residents_worked_out_from_older_codes_add_up_to_the_country(
    dataset: Connection, country: str
) -> None:
    """In six years NUTS 2021's new regions are only there under older codes: nobody is lost."""
    years = dataset.execute(
        """
        select leaf.period, count(*) filter (leaf.how <> 'published') > 0,
            sum(leaf.value) = any_value(whole.value)
        from displayed as leaf
        inner join territory on territory.territory_id = leaf.territory_id and territory.shown
        inner join displayed as whole
            on whole.territory_id = territory.country
            and whole.period = leaf.period
            and whole.measure_id = leaf.measure_id
        where territory.country = $country
            and territory.level = 3
            and leaf.measure_id = 'residents_persons'
            and leaf.period <= '2019'
        group by leaf.period
        order by leaf.period
        """,
        {"country": country},
    ).fetchall()
    assert years == [(str(year), True, True) for year in range(2014, 2020)]


def test_old_regions_are_as_large_as_those_that_took_their_place(dataset: Connection) -> None:
    """Areas published in codes of NUTS 2013 and 2016, against the outlines of today's regions.

    The Netherlands count their sea as area, and the outlines of islands overseas are coarse.
    """
    compared, far_off = one(
        dataset,
        """
        select count(*), count(*) filter (
            displayed.value / territory.area_km2 not between 0.8 and 1.25
        )
        from displayed
        inner join territory on territory.territory_id = displayed.territory_id and territory.shown
        where displayed.measure_id = 'total_area_km2' and displayed.how <> 'published'
            and territory.country <> 'NL' and territory.territory_id not like 'FRY%'
            and territory.area_km2 > 500
        """,
    )
    assert int(str(compared)) > 250
    assert far_off == 0


def test_no_line_is_refused_for_an_old_code(dataset: Connection) -> None:
    refused = dataset.execute(
        "select module, raw from rejected_row"
        " where column_name = 'territory_id' and module in ('land_area', 'residents', 'gdp')"
    ).fetchall()
    assert refused == []


def test_a_rate_is_never_worked_out(dataset: Connection) -> None:
    """Product per inhabitant passes to renamed regions only; the others are listed."""
    how = dataset.execute(
        "select how, count(*) from displayed where measure_id = 'gdp_per_inhabitant_pps'"
        " group by how order by how"
    ).fetchall()
    assert [name for name, _ in how] == ["published", "recoded"]
    (listed,) = one(
        dataset,
        "select count(distinct territory_id) from unconverted"
        " where measure_id = 'gdp_per_inhabitant_pps' and territory_id in ('LV006', 'PT170')",
    )
    assert listed == 2


def test_unknown_residents_are_not_zero(dataset: Connection) -> None:
    for country in ("UA", "BA", "XK"):
        (residents,) = one(
            dataset, "select residents_persons from region where territory_id = ?", country
        )
        assert residents is None


def test_trentino_alto_adige_is_given_to_neither_half(dataset: Connection) -> None:
    rows = dataset.execute(
        "select territory_id, value from figure where measure_id = 'people_hosted_persons'"
        " and period = '2025-09-15' and territory_id like 'ITH1%' or territory_id = 'ITH2'"
        " and measure_id = 'people_hosted_persons' order by territory_id"
    ).fetchall()
    # Line 2798 of the publisher's file: 1,392 in centres and 206 in SAI.
    assert rows == [("ITH1+ITH2", 1598.0)]


def test_the_north_east_counts_the_joint_row_once(dataset: Connection) -> None:
    """ITH = 1,598 + Veneto 7,664 + 804 + Friuli 3,960 + 247 + Emilia-Romagna 8,635 + 3,762."""
    value, parts, known = one(
        dataset,
        "select value, parts, parts_known from figure where territory_id = 'ITH'"
        " and measure_id = 'people_hosted_persons' and period = '2025-09-15'",
    )
    assert (value, parts, known) == (26_670.0, 5, 5)


def test_a_sum_with_an_unknown_part_is_unknown(dataset: Connection) -> None:
    partial = dataset.execute(
        "select value, lower, parts_known, parts from figure where parts_known < parts"
    ).fetchall()
    assert partial
    assert all(value is None and lower is not None for value, lower, _, _ in partial)


@pytest.mark.parametrize("country", ["EE", "IS", "UK", "AL", "TR"])
def test_without_a_register_care_is_unknown_not_out_of_reach(
    dataset: Connection, country: str
) -> None:
    """Every resident that is far from a known hospital might be near an unknown one."""
    best, certain, open_share = one(
        dataset,
        "select best_verdict, coalesce(far_persons - doubtful_persons, 0),"
        " (coalesce(far_persons, 0) + unplaced_persons) / residents_persons"
        " from hospital_reach where territory_id = ? and distance_km = 20",
        country,
    )
    assert (best, certain) == ("no register", 0)
    assert float(str(open_share)) > 0.9


@pytest.mark.parametrize(
    ("country", "percent"),
    [
        ("RO", 24), ("SE", 27), ("EL", 22), ("HR", 17), ("PL", 12), ("HU", 12), ("NO", 10),
        ("ES", 10), ("PT", 6), ("IT", 1), ("FR", 1), ("DE", 0.2), ("BE", 0), ("LU", 0),
    ],
)  # fmt: skip
def test_the_interval_holds_what_a_first_look_found(
    dataset: Connection, country: str, percent: float
) -> None:
    """Shares beyond 20 km from an independent count on another sharing out of the grid.

    It took every point of the register at its word, so it lies inside the interval that does
    not, give or take two points.
    """
    lower, upper = one(
        dataset,
        "select (far_persons - doubtful_persons) / residents_persons * 100,"
        " (far_persons + greatest(unplaced_persons, 0)) / residents_persons * 100"
        " from hospital_reach where territory_id = ? and distance_km = 20",
        country,
    )
    assert float(str(lower)) - 2 <= percent <= float(str(upper)) + 2


def test_farther_is_never_more(dataset: Connection) -> None:
    (rising,) = one(
        dataset,
        """
        select count(*) from hospital_reach as near
        inner join hospital_reach as far
            on far.territory_id = near.territory_id and far.distance_km = near.distance_km + 5
        where far.far_persons > near.far_persons
        """,
    )
    assert rising == 0


def test_every_figure_leads_to_its_source(dataset: Connection) -> None:
    (orphans,) = one(
        dataset,
        "select count(*) from figure left join source using (source_id)"
        " where source.title is null or source.licence is null",
    )
    (lineless,) = one(
        dataset, "select count(*) from figure where source_line is null and evidence = 'published'"
    )
    assert (orphans, lineless) == (0, 0)


def test_lines_read_are_all_accounted_for(dataset: Connection) -> None:
    """1,136 months of temporary protection, 2,800 Italian lines, 15,181 hospitals."""
    lines = dict(
        dataset.execute("select module, sum(lines)::int from line_count group by module").fetchall()
    )
    assert lines["temporary_protection"] == 1136
    assert lines["italy_reception"] == 2800
    assert lines["hospitals"] == 15181
    assert lines["residents"] == 136584
