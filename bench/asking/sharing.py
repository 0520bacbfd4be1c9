"""SQL of a need: picked by quarter or year, shared out level by level, added to another."""

FINEST = """
finest as (
    select distinct region_id as id, region.country, region.residents_persons as residents
    from membership inner join region on region.territory_id = region_id
),
gdp as (
    select territory_id, arg_max(value, period) as gdp from figure
    where measure_id = 'gdp_meur' and value is not null group by all
),
key_figure as (
    select measure_id, figure.territory_id, region.country, region.level,
        arg_max(value, period) as share
    from figure inner join region using (territory_id)
    where ends_with(measure_id, 'key_percent') and value is not null
        and region.members is null and region.level > 0
    group by all
),
key_level as (
    select measure_id, country, max(level) as level from (
        select measure_id, country, level from key_figure
        group by all having sum(share) between 98 and 102
    ) group by all
),
own_key as (
    select measure_id, finest.id, share * residents / sum(residents) over (
        partition by measure_id, substr(finest.id, 1, key_level.level + 2)) as share
    from finest
    inner join key_level using (country)
    left join key_figure using (measure_id, country, level)
    where key_figure.territory_id is null
        or key_figure.territory_id = substr(finest.id, 1, key_level.level + 2)
)
"""

NEED = """
weight_{n} as (
    select id, country, unnest([
        {{'key': 'population', 'w': residents}},
        {{'key': 'half_gdp', 'w': (residents + gdp) / 2}},
        {{'key': 'national', 'w': own}}], recursive := true)
    from (
        select finest.id, finest.country,
            {residents} as residents, {gdp} as gdp, {own} as own
        from finest
        left join gdp on gdp.territory_id = finest.id
        left join (
            select id, arg_min(share, list_position({measures}, measure_id)) as share
            from own_key where measure_id in (select unnest({measures})) and share is not null
            group by id
        ) as own on own.id = finest.id
    )
),
share_{n} as (
    select territory_id, key, case when count(w) = count(*) then sum(w) end as w
    from membership inner join weight_{n} on id = region_id
    where key in (select unnest({keys})) group by all
),
stated_{n} as (
    select territory_id, bucket, arg_max(period, period) as period, arg_max(value, period) as value,
        arg_max(lower, period) as lower, arg_max(upper, period) as upper
    from (
        select territory_id, period, struct_pack(v := value) as value,
            struct_pack(v := lower) as lower, struct_pack(v := upper) as upper, {bucket} as bucket
        from figure
        where measure_id = '{measure}' and group_id = '{group}' and period >= '2019'
            and (figure.value is not null or figure.lower is not null) and not contains(period, '/')
            and starts_with(period, left($period, 4))
    ) group by all
),
known_{n} as (
    select territory_id, bucket, period, value.v as value from stated_{n}
    where value.v is not null
),
place_{n} as (
    select territory_id, level, coalesce(parent_id, '') as parent_id, bucket,
        known.value as own, known.period as own_period, key, w
    from region
    cross join (select distinct bucket from known_{n})
    cross join (select unnest({keys}) as key)
    left join known_{n} as known using (territory_id, bucket)
    left join share_{n} using (territory_id, key)
    where members is null
),
level0_{n} as (
    select territory_id, bucket, key, own as value, own_period as period
    from place_{n} where level = 0
),
{levels}
shared_{n} as (
    select territory_id, bucket, any_value(period) as period,
        coalesce(max(value) filter (key = 'national'), avg(value) filter (key <> 'national'))
            as value,
        case when count(value) > 1 then min(value) end as lower,
        case when count(value) > 1 then max(value) end as upper
    from (select * from level1_{n} union all select * from level2_{n}
        union all select * from level3_{n})
    anti join known_{n} using (territory_id, bucket)
    group by all having count(value) > 0
),
need_{n} as (
    select territory_id, bucket, period, value.v as value, lower.v as lower, upper.v as upper,
        value.v is not null and lower.v is null as exact
    from stated_{n}
    where value.v is not null
        or (territory_id, bucket) not in (select (territory_id, bucket) from shared_{n})
    union all
    select *, false from shared_{n}
)
"""

LEVEL = """
level{d}_{n} as (
    select territory_id, bucket, key,
        case when own is not null then own
            when rest >= -1e-9 and open_w > 0 then rest * w / open_w end as value,
        coalesce(own_period, above_period) as period
    from (
        select place.*, above.period as above_period,
            above.value - coalesce(sum(own) over siblings, 0) as rest,
            sum(case when own is null then w end) over siblings as open_w
        from place_{n} as place
        inner join level{up}_{n} as above on above.territory_id = place.parent_id
            and above.bucket = place.bucket and above.key = place.key
        where level = {d}
        window siblings as (partition by place.parent_id, place.bucket, place.key)
    )
),
"""

YEARLY = """
    select territory_id, left(bucket, 4) as year, max(period) as period,
        arg_max(struct_pack(v := value, lo := coalesce(lower, case when exact then value end),
            up := coalesce(upper, case when exact then value end), ex := exact), period) as at
    from {need} group by all
"""

COMBINED = """
asked as (
    select territory_id, year as period, value,
        case when not exact then case when value is not null then lo else
            case when one.at.lo is not null or two.at.lo is not null
            then coalesce(one.at.lo, 0) + coalesce(two.at.lo, 0) end end end as lower,
        case when not exact then up end as upper, exact
    from (
        select territory_id, year, one.at.v + two.at.v as value, one.at.lo + two.at.lo as lo,
            one.at.up + two.at.up as up, one, two,
            coalesce(one.at.ex and two.at.ex, false) as exact
        from ({one}) as one full join ({two}) as two using (territory_id, year)
    )
    where value is not null or one.at.lo is not null or two.at.lo is not null
)
"""
