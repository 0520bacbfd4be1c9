-- one row per observation of a measure, of the latest NUTS version that has its territory, with what
-- the plausibility checks compare it to: measure, parent, regions with that parent, residents
with place as (
    select
        territory_id,
        parent_id,
        version,
        len(string_split(coalesce(members, territory_id), '+')) as covers
    from territory
),
sibling as (
    select version, parent_id, count(*) as siblings
    from territory
    where members is null and parent_id is not null
    group by version, parent_id
),
resident as (
    select territory_id, arg_max(value, period) as residents_persons
    from observation
    where measure_id = 'residents_persons' and value is not null
    group by territory_id
)
select
    observation.territory_id,
    place.parent_id,
    observation.period,
    observation.measure_id,
    observation.group_id,
    observation.source_id,
    measure.kind,
    measure.unit,
    measure.flow,
    observation.value,
    observation.lower,
    observation.upper,
    observation.obs_status,
    resident.residents_persons,
    place.covers,
    sibling.siblings
from observation
inner join measure on measure.measure_id = observation.measure_id
left join place
    on place.territory_id = observation.territory_id and place.version = observation.nuts_version
left join sibling
    on sibling.version = place.version and sibling.parent_id = place.parent_id
left join resident on resident.territory_id = observation.territory_id
where observation.measure_id = $measure_id
order by observation.territory_id, observation.measure_id, observation.group_id,
    observation.source_id, observation.period
