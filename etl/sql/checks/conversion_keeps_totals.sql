-- one row per figure of a code that ended whose parts in the display geography do not add up to it
with parts as (
    select
        old_code,
        old_version,
        period,
        measure_id,
        group_id,
        source_id,
        sum(value) as value
    from conversion
    group by old_code, old_version, period, measure_id, group_id, source_id
)
select observation.territory_id, observation.measure_id, observation.period, observation.value,
    parts.value as parts
from observation
inner join parts
    on parts.old_code = observation.territory_id
    and parts.old_version >= observation.nuts_version
    and parts.period = observation.period
    and parts.measure_id = observation.measure_id
    and parts.group_id = observation.group_id
    and parts.source_id = observation.source_id
where abs(observation.value - parts.value) > 1e-9 * abs(observation.value)
    or (observation.value is null) <> (parts.value is null)
