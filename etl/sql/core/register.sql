-- one row per NUTS 2 region (or coarser, where regions end there): what the hospital register
-- holds for it; entries are sites, residents the latest published
create table register as
with region as (
    select distinct substr(nuts_2024, 1, 4) as territory_id from cell
),
entry as (
    select substr(place.region_id, 1, 4) as territory_id, count(*) as entries
    from facility
    inner join facility_place as place using (facility_id)
    where facility.service = 'health'
        -- a site that its coordinates put across the border does not speak for a neighbour
        and facility.country = substr(place.region_id, 1, 2)
    group by substr(place.region_id, 1, 4)
)
select
    region.territory_id,
    substr(region.territory_id, 1, 2) as country,
    latest.residents_persons as residents,
    coalesce(entry.entries, 0) as entries
from region
left join entry using (territory_id)
left join latest_residents as latest using (territory_id)
order by region.territory_id
