-- one row per territory: a point inside its largest part, in map coordinates
select territory_id, x, y from map_shape order by territory_id
