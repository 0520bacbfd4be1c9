-- one row per territory of the display geography
select
    territory_id, level, parent_id, country, name, local_name, members, urban_type, area_km2,
    residents_persons as residents, residents_period, residents_status
from region
order by level, territory_id
