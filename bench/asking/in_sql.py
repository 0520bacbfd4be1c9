"""The same question in SQL of the tables the mart is made of, as one statement a view.

It starts from table `figure`, where versions of codes and rival sources are already settled, and
asks for no sources or notes: both make it lighter than the whole question. A need is picked by
quarter or year, shared out between keys level by level, added where it is a sum, and paired with
the supply nearest in time.
"""

from functools import lru_cache

import duckdb
import pandas as pd

from analysis.need import BY_ID, COMBINED, NATIONAL, Need
from analysis.standard import Basis
from bench.asking import sharing
from bench.asking.views import ANSWER, View

_PAIRED = """
wanted as (
    select asked.*, day from asked inner join period_day using (period)
    where starts_with(period, $period)
        and ($countries = '' or contains($countries, left(territory_id, 2)))
),
supply as (
    select list_position($supply, measure_id || '.' || group_id) as place, figure.*, day
    from figure inner join period_day using (period)
    where measure_id || '.' || group_id in (select unnest($supply))
        and (value is not null or lower is not null)
),
paired as (
    select wanted.*, supply.value as capacity, supply.lower as capacity_lower,
        supply.upper as capacity_upper, supply.period as capacity_period
    from wanted
    left join supply on supply.territory_id = wanted.territory_id
        and abs(supply.day - wanted.day) <= $days
    qualify row_number() over (
        partition by wanted.territory_id, wanted.period
        order by supply.value is null, place, abs(supply.day - wanted.day), supply.period desc) = 1
)
select territory_id, period, value as need, lower as need_lower, upper as need_upper, capacity,
    capacity_lower, capacity_upper, capacity_period
from paired
qualify row_number() over (
    partition by territory_id
    order by case when value is not null and capacity is not null then 0
        when capacity is not null or capacity_lower is not null then 1
        when value is not null then 2 else 3 end, day desc, period desc) = 1
order by territory_id
"""


def _share(column: str) -> str:
    inside = "over (partition by finest.country)"
    whole = f"count({column}) {inside} = count(*) {inside}"
    total = f"sum({column}) {inside}"
    return f"case when {whole} and {total} > 0 then {column} / {total} end"


def _need(need: Need, n: int) -> str:
    quarterly = need.need_id == "temporary_protection"
    quarter = (
        "left(period, 4) || '-Q' || coalesce((try_cast(substr(period, 6, 2) as int) + 2) // 3, 4)"
    )
    levels = "".join(sharing.LEVEL.format(d=d, up=d - 1, n=n) for d in (1, 2, 3))
    own = _share("own.share") if NATIONAL in need.keys else "null"
    return sharing.NEED.format(
        n=n, residents=_share("finest.residents"), gdp=_share("gdp.gdp"), own=own,
        measures=list(need.key_measure), keys=list(need.keys), levels=levels,
        measure=need.measures[0], group=need.group_id,
        bucket=quarter if quarterly else "left(period, 4)",
    )  # fmt: skip


@lru_cache
def statement(basis: Basis) -> str:
    """The whole question of one basis."""
    if basis.reads == "residents":
        parts = ["asked as (select territory_id, residents_period as period, residents_persons as"
                 " value, null as lower, null as upper from region"
                 " where residents_persons is not null)"]  # fmt: skip
    elif basis.reads == "figure":
        parts = ["asked as (select territory_id, period, value, lower, upper from figure"
                 f" where measure_id = '{basis.key}' and group_id = '{basis.group_id}'"
                 " and period >= '2019')"]  # fmt: skip
    elif basis.key in COMBINED:
        members = [_need(BY_ID[each], n) for n, each in enumerate(COMBINED[basis.key])]
        yearly = [sharing.YEARLY.format(need=f"need_{n}") for n in (0, 1)]
        parts = [sharing.FINEST, *members, sharing.COMBINED.format(one=yearly[0], two=yearly[1])]
    else:
        parts = [sharing.FINEST, _need(BY_ID[basis.key], 0),
                 "asked as (select territory_id, period, value, lower, upper"
                 " from need_0)"]  # fmt: skip
    return f"with {', '.join(parts)}, {_PAIRED}"


def raw(con: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """The answer from the raw tables."""
    values = {
        "period": view.period,
        "countries": " ".join(view.standard.countries),
        "days": view.standard.max_days_apart,
        "supply": [".".join(each) for each in view.standard.supply],
    }
    with con.cursor() as cursor:
        cursor.execute("use dataset")
        return cursor.execute(statement(view.basis), values).df()[list(ANSWER)]
