-- one row per territory of the display geography without an outline
select territory_id from territory
where shown and territory_id not in (select territory_id from map_shape)
