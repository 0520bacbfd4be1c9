-- one row per finest region and per NUTS 2 region: what the hospital register holds for it;
-- sites are listed, entries are sites whose place is known, residents the latest published
create table register as
with finest as (
    select distinct nuts_2024 as region_id from cell
),
region as (
    select region_id as territory_id, region_id, 3 as level from finest
    union all
    select substr(region_id, 1, 4) as territory_id, region_id, 2 as level from finest
),
site as (
    select
        place.region_id,
        count(*) as sites,
        sum(case when facility.obs_status <> 'U' then 1 else 0 end) as entries
    from facility
    inner join facility_place as place using (facility_id)
    where facility.service = 'health'
        -- a site that its coordinates put across the border does not speak for a neighbour
        and facility.country = substr(place.region_id, 1, 2)
    group by place.region_id
)
select
    region.level,
    region.territory_id,
    substr(region.territory_id, 1, 2) as country,
    any_value(latest.residents_persons) as residents,
    coalesce(sum(site.sites), 0) as sites,
    coalesce(sum(site.entries), 0) as entries
from region
left join site on site.region_id = region.region_id
left join latest_residents as latest on latest.territory_id = region.territory_id
group by region.level, region.territory_id
order by region.level, region.territory_id
