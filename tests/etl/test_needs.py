"""Table `need` of the published dataset: what is published stays, what is shared out sums."""

import duckdb
import pandas as pd
import pytest

from analysis.need import COMBINED, NATIONAL, NEEDS, interval, shared_down
from etl import needs

Connection = duckdb.DuckDBPyConnection
SHARED = [each for each in NEEDS if each.keys]


# Needs with the quarter, or year, within which a figure stands for them.
DATED = """
    (select need.*, case when need_id = 'temporary_protection'
        then year(day) || '-Q' || quarter(day) else left(period, 4) end as bucket
    from need inner join period_day using (period))
"""


def rows(con: Connection, statement: str, **values: object) -> pd.DataFrame:
    return con.execute(statement.replace("{dated}", DATED), values).df()


@pytest.mark.parametrize("need", SHARED, ids=lambda each: each.need_id)
def test_small_regions_sum_to_the_country(dataset: Connection, need) -> None:
    """In every year and quarter, wherever all NUTS 3 regions of a country have a value."""
    found = rows(
        dataset,
        """
        with leaf as (
            select region.country, need.bucket, sum(need.value) as total,
                count(need.value) as known,
                count(*) filter (need.method = 'shared') as shared
            from {dated} as need inner join region on region.territory_id = need.territory_id
            where need.need_id = $need_id and region.level = 3 and region.members is null
            group by all
        ),
        parts as (
            select country, count(*) as parts from region
            where level = 3 and members is null group by country
        )
        select leaf.country, leaf.bucket, leaf.total, whole.value
        from leaf
        inner join parts on parts.country = leaf.country and parts.parts = leaf.known
        inner join {dated} as whole on whole.need_id = $need_id
            and whole.territory_id = leaf.country and whole.bucket = leaf.bucket
        -- where every region is published, on a day of its own, nothing is shared out
        where whole.value is not null and leaf.shared > 0
        """,
        need_id=need.need_id,
    )
    if need.keys != (NATIONAL,):
        assert len(found) > 100
    assert found["total"].tolist() == pytest.approx(found["value"].tolist(), rel=1e-6)


def test_every_key_shares_out_all_of_it(dataset: Connection) -> None:
    """Temporary protection of one quarter, by each key alone."""
    need = next(each for each in NEEDS if each.need_id == "temporary_protection")
    with dataset.cursor() as con:
        parents, regions = needs._geography(con)
        weights = needs._weights(con, need, parents, regions)
        stated = needs._stated(con, need)
    whole = stated[stated["bucket"] == "2024-Q4"].set_index("territory_id")["value"].dropna()
    by_key = shared_down(whole, parents, weights)
    small = regions.groupby("country").size()
    assert set(by_key.columns) == set(need.keys)
    for key, column in by_key.items():
        leaves = column.reindex(regions.index)
        full = leaves.notna().groupby(regions["country"]).all()
        sums = leaves.groupby(regions["country"]).sum()[full]
        # Where every region is published, on a day of its own, nothing is shared out.
        own = pd.Series(regions.index.isin(whole.index), regions.index)
        all_published = own.groupby(regions["country"]).all()
        sums = sums[sums.index.isin(whole.index) & ~all_published[sums.index]]
        assert len(sums) >= (2 if key == NATIONAL else 20), key
        assert sums.tolist() == pytest.approx(whole[sums.index].tolist(), rel=1e-6)
    assert small["DE"] == 400


def test_germany_is_shared_out_by_its_own_key(dataset: Connection) -> None:
    """Of Germany's need every Land has its percentage of the Königstein key."""
    found = rows(
        dataset,
        """
        select part.value, whole.value * share.value / total.value as expected, part.lower,
            part.upper
        from {dated} as part
        inner join {dated} as whole on whole.territory_id = 'DE' and whole.need_id = part.need_id
            and whole.bucket = part.bucket
        inner join (
            select territory_id, arg_max(value, period) as value from figure
            where measure_id = 'koenigstein_key_percent' and value is not null
            group by territory_id
        ) as share on share.territory_id = part.territory_id
        cross join (
            select sum(value) as value from (
                select arg_max(value, period) as value from figure
                where measure_id = 'koenigstein_key_percent' and value is not null
                    and length(territory_id) = 3
                group by territory_id
            )
        ) as total
        where part.need_id = 'asylum_pending' and part.bucket = '2024'
            and part.territory_id like 'DE_'
        """,
    )
    assert len(found) == 16
    assert found["value"].tolist() == pytest.approx(found["expected"].tolist(), rel=1e-9)
    assert (found["lower"] <= found["value"]).all() and (found["value"] <= found["upper"]).all()


def test_published_figures_come_through_unchanged(dataset: Connection) -> None:
    found = rows(
        dataset,
        """
        select need.value, need.lower, figure.value as stated, figure.lower as stated_lower,
            need.obs_status, figure.obs_status as stated_status, need.source_line,
            figure.source_line as stated_line
        from need
        inner join (values ('temporary_protection', 'temporary_protection_persons'),
            ('asylum_applied', 'asylum_applicants_persons'),
            ('unaccompanied_children', 'unaccompanied_children_present_persons'),
            ('children_in_care', 'unaccompanied_children_in_care_persons')
        ) as pair (need_id, measure_id) on pair.need_id = need.need_id
        left join figure on figure.measure_id = pair.measure_id
            and figure.group_id = need.group_id and figure.territory_id = need.territory_id
            and figure.period = need.period
        where need.method = 'published'
        """,
    )
    assert len(found) > 600
    for name in ("value", "lower", "line", "status"):
        ours = found[
            "source_line" if name == "line" else "obs_status" if name == "status" else name
        ]
        theirs = found["stated" if name == "value" else f"stated_{name}"]
        pd.testing.assert_series_equal(ours, theirs, check_names=False)


def test_temporary_protection_in_czechia_by_hand(dataset: Connection) -> None:
    """The last month of a quarter stands for it, as table `figure` has it."""
    found = rows(
        dataset,
        "select value, exact, method from need where territory_id = 'CZ'"
        " and need_id = 'temporary_protection' and period between '2025-01' and '2025-03-31'",
    )
    # Of January to March, eurostat/migr_asytpsm.csv, line 219.
    assert found.to_dict("records") == [{"value": 364_290.0, "exact": True, "method": "published"}]


def test_an_estimate_says_so(dataset: Connection) -> None:
    (wrong,) = dataset.execute(
        "select count(*) from need where method = 'shared' and"
        " (obs_status <> 'E' or evidence <> 'estimated' or exact or note not like 'shared out%')"
    ).fetchone() or (None,)
    assert wrong == 0


def test_every_row_knows_something(dataset: Connection) -> None:
    (empty, upside_down) = dataset.execute(
        "select count(*) filter (value is null and lower is null),"
        " count(*) filter (lower > value + 1e-6 or value > upper + 1e-6) from need"
    ).fetchone() or (None, None)
    assert (empty, upside_down) == (0, 0)


def test_one_row_a_territory_and_date(dataset: Connection) -> None:
    twice = rows(
        dataset,
        "select need_id, territory_id, bucket from {dated} group by all having count(*) > 1",
    )
    assert twice.empty


@pytest.mark.parametrize("need_id", COMBINED)
def test_a_combined_need_is_the_sum_of_its_parts(dataset: Connection, need_id: str) -> None:
    """In countries, whose parts are published: exact, or unknown with what is known below."""
    first, second = COMBINED[need_id]
    found = rows(
        dataset,
        """
        with part as (
            select territory_id, need_id, left(bucket, 4) as year, arg_max(value, period) as value
            from {dated} where need_id in ($first, $second) and length(territory_id) = 2
            group by all
        )
        select pair.value, pair.lower, one.value as one, two.value as two
        from {dated} as pair
        left join part as one on one.territory_id = pair.territory_id
            and one.year = pair.bucket and one.need_id = $first
        left join part as two on two.territory_id = pair.territory_id
            and two.year = pair.bucket and two.need_id = $second
        where pair.need_id = $need_id and length(pair.territory_id) = 2
        """,
        need_id=need_id, first=first, second=second,
    )  # fmt: skip
    assert len(found) > 200
    known = found["value"].notna()
    assert known.tolist() == (found["one"].notna() & found["two"].notna()).tolist()
    sums = found["one"] + found["two"]
    assert found["value"][known].tolist() == pytest.approx(sums[known].tolist())
    least = found[["one", "two"]].sum(axis=1)
    assert found["lower"][~known].tolist() == pytest.approx(least[~known].tolist())


def test_the_method_s_warning_of_the_keys_is_true(dataset: Connection) -> None:
    """Of the regions that publish a count of their own, most lie outside the keys' interval."""
    need = next(each for each in NEEDS if each.need_id == "temporary_protection")
    with dataset.cursor() as con:
        parents, regions = needs._geography(con)
        weights = needs._weights(con, need, parents, regions)
        stated = needs._stated(con, need)
    inside = []
    for _, part in stated.dropna(subset="value").groupby("bucket"):
        known = part.set_index("territory_id")["value"]
        whole = known[known.index.str.len() == 2]
        below = known.index[known.index.isin(parents.index) & (known.index.str.len() > 2)]
        below = [code for code in below if code[:2] in whole.index]
        ends = interval(shared_down(whole, parents, weights)).loc[below]
        ends = ends[ends["upper"] - ends["lower"] > 1e-6]
        inside += list(known[ends.index].between(ends["lower"], ends["upper"]))
    assert len(inside) > 20
    assert sum(inside) < len(inside) / 2
