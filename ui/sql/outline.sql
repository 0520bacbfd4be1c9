-- one row per territory: its outline in longitude and latitude (WKB)
select territory_id, wkb from outline order by territory_id
