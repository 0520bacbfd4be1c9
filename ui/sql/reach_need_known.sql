-- one row per definition of need that any region of the finest kind has persons of
select need_id, any_value(group_id) as group_id, count(distinct territory_id) as regions
from need
where value is not null and territory_id in (select region_id from membership)
group by need_id
order by need_id
