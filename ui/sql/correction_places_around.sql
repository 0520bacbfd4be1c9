-- one row per territory that a place counts in: how many places of its kind and service there
-- are, for how many the number is known and what they add up to, and how many are open on site;
-- protected ones are left out, or the open ones would give theirs away
with asked as (
    select facility.kind, facility.service, facility_place.region_id
    from facility
    inner join facility_place using (facility_id)
    where facility.facility_id = $facility_id
)
select
    region.territory_id,
    region.name,
    region.level,
    count(*) as sites,
    count(facility.places) as known,
    sum(facility.places) as places,
    sum(case when facility.mode = 'on_site' and facility.closed is null then 1 else 0 end) as open_sites
from asked
inner join region
    on region.members is null and starts_with(asked.region_id, region.territory_id)
inner join facility_place on starts_with(facility_place.region_id, region.territory_id)
inner join facility
    on facility.facility_id = facility_place.facility_id
    and facility.kind = asked.kind
    and facility.service = asked.service
    and facility.publish_level = 'point'
group by region.territory_id, region.name, region.level
order by region.level desc
