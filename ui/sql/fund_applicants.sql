-- one row per territory and year: people who applied for asylum, as counted or shared out
with counted as (
    select
        territory_id, period as year, value, lower, upper, obs_status, evidence, source_id,
        source_file, source_line, false as shared
    from figure
    where measure_id = $measure_id
        and group_id = 'asylum_applicants'
        and length(period) = 4
),
shared as (
    -- Below the country Eurostat's count is an interval between keys.
    select
        territory_id, left(period, 4) as year, value, lower, upper, obs_status, evidence,
        source_id, source_file, source_line, true as shared
    from need
    where need_id = 'asylum_applied'
        and method = 'shared'
        and $measure_id = 'asylum_applicants_persons'
)
select * from counted
union all
select shared.*
from shared
anti join counted
    on counted.territory_id = shared.territory_id
    and counted.year = shared.year
    and counted.value is not null
order by territory_id, year
