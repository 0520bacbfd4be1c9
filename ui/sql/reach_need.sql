-- one row per region of the finest kind: the latest persons in need by one definition, with its
-- interval where it is no exact figure
select
    need.territory_id as region_id,
    arg_max(need.value, need.period) as persons,
    arg_max(coalesce(need.lower, need.value), need.period) as lower,
    arg_max(coalesce(need.upper, need.value), need.period) as upper,
    max(need.period) as period,
    arg_max(need.source_id, need.period) as source_id,
    arg_max(need.exact or need.lower is not null, need.period) as has_interval
from need
where need.need_id = $need_id and need.value is not null
    and need.territory_id in (select region_id from membership)
group by need.territory_id
order by need.territory_id
