-- one row per territory of a level: its outline in map coordinates
select territory_id, geojson from map_shape where level = $level order by territory_id
