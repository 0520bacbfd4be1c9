-- one row per definition of need that a territory has: its latest known number, with the
-- statement of the method; else its latest
select need_id, group_id, period, value, lower, upper, method, obs_status, evidence, source_id
from need
where territory_id = $territory_id
qualify row_number() over (
    partition by need_id
    order by case when value is null then 1 else 0 end, period desc
) = 1
order by need_id
