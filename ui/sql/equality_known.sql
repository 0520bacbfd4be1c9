-- one row per kind of figure, basis, country and level: at how many dates enough territories have
-- both figures, from when to when, how many at most, and how many territories there are
with both_known as (
    select standard_id as kind, basis_id as basis, territory_id, period
    from shortage
    where need > 0 and capacity is not null
    union all
    select measure_id || '.' || group_id as kind, 'residents' as basis, territory_id, period
    from figure
    where value is not null
),
counted as (
    select
        both_known.kind,
        both_known.basis,
        region.country,
        region.level,
        both_known.period,
        count(*) as territories
    from both_known
    inner join region on region.territory_id = both_known.territory_id
    where region.level > 0
    group by all
),
whole as (
    select country, level, count(*) as whole
    from region
    where members is null
    group by country, level
)
select
    counted.kind,
    counted.basis,
    counted.country,
    counted.level,
    count(*) as dates,
    min(counted.period) as first_period,
    max(counted.period) as last_period,
    max(counted.territories) as territories,
    any_value(whole.whole) as whole
from counted
inner join whole on whole.country = counted.country and whole.level = counted.level
where counted.territories >= $least
group by counted.kind, counted.basis, counted.country, counted.level
order by counted.kind, counted.basis, counted.country, counted.level
