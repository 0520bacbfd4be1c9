-- one row per territory of the display geography and finest region inside it
create table membership as
with finest as (
    select distinct nuts_2024 as region_id from cell
),
part as (
    select territory_id, unnest(string_split(coalesce(members, territory_id), '+')) as code
    from territory
    where shown
)
select part.territory_id, finest.region_id
from part
inner join finest on starts_with(finest.region_id, part.code)
order by part.territory_id, finest.region_id
