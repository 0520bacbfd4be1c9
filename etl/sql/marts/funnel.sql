-- one row per territory, group, reference period of its count of people, step of the protection
-- funnel and measure: the figure nearest in time, at most a year from that count; where nobody
-- counts the people, the latest of each measure, with a NULL `people_period`
create table funnel as
with usable as (
    select
        figure.territory_id, figure.group_id, figure.measure_id, figure.period, figure.value,
        figure.lower, figure.upper, figure.obs_status, figure.evidence, figure.note,
        figure.source_id, figure.source_file, figure.source_line,
        funnel_input.step, funnel_input.role, funnel_input.place, period_day.day
    from figure
    inner join funnel_input
        on funnel_input.measure_id = figure.measure_id
        and funnel_input.group_id = figure.group_id
    inner join region
        on region.territory_id = figure.territory_id
        and region.level <= funnel_input.finest
    inner join period_day on period_day.period = figure.period
    where figure.value is not null or figure.lower is not null or figure.upper is not null
),
counted as (
    select distinct territory_id, group_id, period, day
    from usable
    where step = 'people'
),
anchor as (
    select territory_id, group_id, period, day from counted
    union all
    select distinct territory_id, group_id, cast(null as varchar) as period, cast(null as date) as day
    from usable
    where not exists (
        select 1
        from counted
        where counted.territory_id = usable.territory_id and counted.group_id = usable.group_id
    )
),
matched as (
    select
        usable.*,
        anchor.period as people_period,
        row_number() over (
            partition by
                anchor.territory_id, anchor.group_id, anchor.period, usable.step,
                usable.measure_id
            order by
                abs(date_diff('day', usable.day, anchor.day)),
                case when usable.value is null then 1 else 0 end,
                usable.day desc,
                usable.period
        ) as choice
    from anchor
    inner join usable
        on usable.territory_id = anchor.territory_id and usable.group_id = anchor.group_id
    where anchor.day is null
        or (usable.step = 'people' and usable.period = anchor.period)
        or (usable.step <> 'people' and abs(date_diff('day', usable.day, anchor.day)) <= 366)
),
reached as (
    select
        protection_reach.territory_id, protection_reach.group_id, anchor.period as people_period,
        protection_reach.percent_lower as lower, protection_reach.percent_upper as upper,
        nullif(protection_reach.period, '') as period, protection_reach.evidence,
        protection_reach.source_id
    from protection_reach
    left join anchor
        on anchor.territory_id = protection_reach.territory_id
        and anchor.group_id = protection_reach.group_id
)
select
    territory_id, group_id, people_period, step, measure_id, role, place, value, lower, upper,
    period, obs_status, evidence, note, source_id, source_file, source_line
from matched
where choice = 1
union all
select
    territory_id, group_id, people_period, 'reach' as step, 'within_reach_percent' as measure_id,
    'percent' as role, 1000 as place, null as value, lower, upper, period, 'E' as obs_status,
    evidence, 'residents within 50 km of a service, wherever in the territory it may be shown in'
    || ' it stands' as note, source_id, 'worked out' as source_file, null as source_line
from reached
