-- one row per territory of the display geography
create table region as
select
    territory.territory_id,
    territory.level,
    territory.parent_id,
    territory.country,
    territory.name,
    territory.local_name,
    territory.members,
    territory.urban_type,
    territory.area_km2,
    latest.residents_persons,
    latest.period as residents_period,
    latest.obs_status as residents_status
from territory
left join latest_residents as latest on latest.territory_id = territory.territory_id
where territory.shown
order by territory.level, territory.territory_id
