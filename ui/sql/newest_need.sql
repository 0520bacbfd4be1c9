-- one row per territory: the newest period its need is known in, by a standard's definition of it
select territory_id, newest_need_period
from shortage_newest
where standard_id = $standard_id and basis_id = $basis_id and newest_need_period is not null
order by territory_id
