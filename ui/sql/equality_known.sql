-- one row per kind of figure, basis, country and level: at how many dates enough territories have
-- both figures, from when to when, how many at most, and how many territories there are
with counted as (
    select
        standard_id as kind, basis_id as basis, country, level, period,
        with_need_and_supply as territories
    from shortage_known
    where level > 0 and with_need_and_supply > 0
    union all
    select
        measure_id || '.' || group_id as kind, 'residents' as basis, country, level, period,
        territories
    from figure_known
    where level > 0
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
