-- one row per observation that a finding marks: the weightiest status and every reason
update observation
set
    obs_status = doubt.obs_status,
    note = concat_ws('; ', observation.note, doubt.reasons)
from (
    select
        territory_id,
        period,
        measure_id,
        group_id,
        source_id,
        max(obs_status) as obs_status,
        string_agg('doubtful: ' || reason, '; ' order by check_id) as reasons
    from finding
    where obs_status in ('B', 'U') and check_id <> 'stale'
    group by territory_id, period, measure_id, group_id, source_id
) as doubt
where doubt.territory_id = observation.territory_id
    and doubt.period = observation.period
    and doubt.measure_id = observation.measure_id
    and doubt.group_id = observation.group_id
    and doubt.source_id = observation.source_id
