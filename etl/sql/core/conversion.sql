-- one row per observation of a code that ended and region of the display geography that gets
-- some of it; the parts of a figure add up to it, in whole numbers where it is one. Figures that
-- are neither split nor summed are only here where the region is the same under another code
create table conversion as
with ended as (
    select
        observation.*,
        crosswalk.new_code,
        crosswalk.old_version,
        crosswalk.parts,
        crosswalk.share_from = 0 and crosswalk.share_to = 1 as whole,
        measure.split_by,
        case when measure.split_by = 'area' then crosswalk.area_from else crosswalk.share_from end
            as part_from,
        case when measure.split_by = 'area' then crosswalk.area_to else crosswalk.share_to end
            as part_to
    from observation
    inner join measure on measure.measure_id = observation.measure_id
    inner join crosswalk
        on crosswalk.old_code = observation.territory_id
        and crosswalk.old_version >= observation.nuts_version
)
select
    new_code as territory_id,
    period,
    measure_id,
    group_id,
    source_id,
    old_version,
    territory_id as old_code,
    whole,
    parts,
    split_by,
    case
        when value = round(value) then round(value * part_to) - round(value * part_from)
        else value * part_to - value * part_from
    end as value,
    case
        when lower = round(lower) then round(lower * part_to) - round(lower * part_from)
        else lower * part_to - lower * part_from
    end as lower,
    case
        when upper = round(upper) then round(upper * part_to) - round(upper * part_from)
        else upper * part_to - upper * part_from
    end as upper,
    obs_status,
    evidence,
    note,
    source_file,
    source_line
from ended
where part_to is not null
    and (split_by is not null or (whole and parts = 1))
