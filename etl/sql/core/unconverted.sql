-- one row per observation that the display geography does not get, with the reason
create table unconverted as
with gone as (
    select
        observation.*,
        exists (
            select 1
            from crosswalk
            where crosswalk.old_code = observation.territory_id
                and crosswalk.old_version >= observation.nuts_version
        ) as ended
    from observation
)
select
    gone.territory_id,
    gone.nuts_version,
    gone.period,
    gone.measure_id,
    gone.group_id,
    gone.source_id,
    case
        when not gone.ended then 'not a territory of the display geography'
        when measure.split_by is null
            then 'the region was split or merged, and the unit is neither shared out nor summed'
        else 'what part of the region went where is not known'
    end as reason
from gone
inner join measure on measure.measure_id = gone.measure_id
left join territory on territory.territory_id = gone.territory_id and territory.shown
left join conversion as part
    on part.old_code = gone.territory_id
    and part.period = gone.period
    and part.measure_id = gone.measure_id
    and part.group_id = gone.group_id
    and part.source_id = gone.source_id
where part.old_code is null
    and (gone.ended or territory.territory_id is null)
