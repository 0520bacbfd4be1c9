-- one row per territory of the display geography without tiles on a grid that should have them
select grid.grid, region.territory_id
from region
cross join (select unnest(range(0, 4)) as grid) as grid
left join map_tile
    on map_tile.grid = grid.grid and map_tile.territory_id = region.territory_id
where region.level <= grid.grid and map_tile.territory_id is null
