-- one row per figure or number of residents whose territory is not in the display geography
select 'figure' as mart, territory_id
from figure
where territory_id not in (select territory_id from region)
union
select 'residents', territory_id
from residents
where territory_id not in (select territory_id from region)
