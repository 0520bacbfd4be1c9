-- one row per region of the display geography, version it is worked out from, period, measure,
-- group and source: the sum of what the codes that ended give it; unknown where one of them is,
-- with the sum of the others as its lower end
create table converted as
with summed as (
    select
        territory_id,
        period,
        measure_id,
        group_id,
        source_id,
        old_version,
        any_value(parts) as parts,
        bool_and(whole) as whole,
        count(value) as known,
        count(coalesce(lower, value)) as bounded_below,
        count(coalesce(upper, value)) as bounded_above,
        count(lower) + count(upper) as bounds,
        sum(value) as value,
        sum(coalesce(lower, value)) as lower,
        sum(coalesce(upper, value)) as upper,
        min(obs_status) as first_status,
        max(obs_status) as last_status,
        bool_or(obs_status = 'U') as unreliable,
        any_value(evidence) as evidence,
        any_value(note) as note,
        any_value(split_by) as split_by,
        string_agg(old_code, ', ' order by old_code) as old_codes,
        max(source_file) as source_file,
        max(source_line) as source_line
    from conversion
    group by territory_id, period, measure_id, group_id, source_id, old_version
),
judged as (
    select
        *,
        case when whole and parts = 1 then 'recoded' when whole then 'merged' else 'split' end as how
    from summed
)
select
    territory_id,
    period,
    measure_id,
    group_id,
    source_id,
    old_version,
    how,
    case when known = parts then value end as value,
    case when known < parts or bounds > 0 then lower end as lower,
    case when bounded_above = parts and bounds > 0 then upper end as upper,
    case
        when how = 'recoded' or (bounded_below = 0 and first_status = last_status) then first_status
        when known < parts then 'L'
        when unreliable then 'U'
        when how = 'merged' and first_status = 'A' and last_status = 'A' then 'A'
        else 'E'
    end as obs_status,
    case when how = 'recoded' then evidence else 'estimated' end as evidence,
    case
        when how = 'recoded'
            then concat_ws('; ', note, 'published under the code ' || old_codes || ' of NUTS ' || old_version)
        when known < parts
            then known || ' of ' || parts || ' regions of NUTS ' || old_version || ' it is made of are known'
        when how = 'merged' then 'sum of ' || old_codes || ' of NUTS ' || old_version
        when split_by = 'area' then 'worked out by area from ' || old_codes || ' of NUTS ' || old_version
        else 'worked out by where people live from ' || old_codes || ' of NUTS ' || old_version
    end as note,
    source_file,
    case when how = 'recoded' then source_line end as source_line
from judged
