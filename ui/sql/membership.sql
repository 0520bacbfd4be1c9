-- one row per territory and finest region in it
select territory_id, region_id from membership order by territory_id, region_id
