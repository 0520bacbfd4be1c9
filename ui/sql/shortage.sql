-- one row per territory: need and supply of a standard at the latest date both are known within
-- the period asked for ('' is any), else the latest need
with best as (
    -- the narrow columns decide, and only the rows they choose are read whole
    select arg_max(
        rowid,
        {
            'known': case
                when need is not null and capacity is not null then 3
                when capacity is not null or capacity_lower is not null then 2
                when need is not null then 1
                else 0
            end,
            'day': day,
            'period': period
        }
    ) as chosen
    from shortage
    where standard_id = $standard_id
        and basis_id = $basis_id
        and starts_with(period, $period)
    group by territory_id
)
select * exclude (standard_id, basis_id)
from shortage
where rowid in (select chosen from best)
order by territory_id
