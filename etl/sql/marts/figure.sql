-- one row per territory of the display geography, measure, group and period, as published;
-- where two sources have one, the one read later stands (the newer page)
create table figure as
with ranked as (
    select
        observation.*,
        row_number() over (
            partition by observation.territory_id, observation.measure_id, observation.group_id,
                observation.period
            order by case when observation.value is null then 1 else 0 end, observation.source_id desc
        ) as choice
    from observation
    inner join territory
        on territory.territory_id = observation.territory_id and territory.shown
    where observation.measure_id <> 'residents_persons'
)
select
    territory_id,
    measure_id,
    group_id,
    period,
    value,
    lower,
    upper,
    obs_status,
    evidence,
    note,
    source_id,
    source_file,
    source_line,
    1 as parts,
    1 as parts_known
from ranked
where choice = 1
