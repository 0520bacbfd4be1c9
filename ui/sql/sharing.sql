-- one row per territory in which, or inside which, an agreement is listed: how many pairs of
-- organisations share work, and since when
with part as (
    select territory_id, unnest(string_split(coalesce(members, territory_id), '+')) as code
    from region
),
place as (
    select distinct territory_id from partnership
),
inside as (
    select distinct part.territory_id, place.territory_id as place_id
    from part
    inner join place on starts_with(place.territory_id, part.code)
)
select
    inside.territory_id,
    count(distinct (
        least(partnership.organisation_id, partnership.partner_id),
        greatest(partnership.organisation_id, partnership.partner_id)
    )) as value,
    max(split_part(partnership.period, '/', -1)) as period,
    min(partnership.source_id) as source_id,
    min(partnership.obs_status) as obs_status,
    min(partnership.evidence) as evidence
from inside
inner join partnership on partnership.territory_id = inside.place_id
where $service = 'all' or partnership.service = $service
group by inside.territory_id
order by inside.territory_id
