-- one row per inset box of the map
select territory_id, name, lon, lat, geojson from map_inset order by lon
