-- one row per territory, step of the protection funnel and measure, for $group_id: at the
-- reference date for which most steps have a figure, then the latest one
with rated as (
    select
        territory_id, people_period,
        count(distinct step) filter (
            value is not null or lower is not null
        ) as steps_known
    from funnel
    where group_id = $group_id
    group by territory_id, people_period
),
best as (
    select territory_id, people_period
    from rated
    qualify row_number() over (
        partition by territory_id order by steps_known desc, people_period desc
    ) = 1
)
select
    funnel.territory_id, funnel.people_period, funnel.step, funnel.measure_id, funnel.role,
    funnel.place, funnel.value, funnel.lower, funnel.upper, funnel.period, funnel.obs_status,
    funnel.evidence, funnel.note, funnel.source_id, funnel.source_file, funnel.source_line
from funnel
inner join best
    on best.territory_id = funnel.territory_id
    and best.people_period is not distinct from funnel.people_period
where funnel.group_id = $group_id
order by funnel.territory_id, funnel.step, funnel.place
