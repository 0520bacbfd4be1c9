-- one row per need and period of a territory, as published, shared out or added up
select need_id, period, value, lower, upper, exact, method
from need
where territory_id = $territory_id
order by need_id, period
