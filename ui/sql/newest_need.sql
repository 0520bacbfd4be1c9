-- one row per territory: the newest period its need is known in, by a standard's definition of it
select territory_id, arg_max(period, day) as newest_need_period
from shortage
where standard_id = $standard_id
    and basis_id = $basis_id
    and need is not null
group by territory_id
order by territory_id
