-- one row per territory and neighbour, both ways: of the same level, and of another one
select
    territory_id, neighbour_id, level, neighbour_level, connection, border_km, distance_km,
    across_border
from neighbour
union all by name
select
    neighbour_id as territory_id, territory_id as neighbour_id, neighbour_level as level,
    level as neighbour_level, connection, border_km, distance_km, across_border
from neighbour
order by territory_id, neighbour_id
