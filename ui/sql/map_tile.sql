-- one row per territory of a level on a grid of the tile map: its tiles in map coordinates
select territory_id, geojson from map_tile where grid = $grid and level = $level
order by territory_id
