-- one row: the bounds of some countries' tiles on a grid, in map coordinates
select min(west) as west, min(south) as south, max(east) as east, max(north) as north
from map_tile
where grid = $grid and level = 0 and list_contains(string_split($countries, ' '), territory_id)
