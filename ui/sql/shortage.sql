-- one row per territory: need and supply of a standard at the latest date both are known within
-- the period asked for ('' is any), else the latest need
with best as (
    -- the narrow columns decide, and only the rows they choose are read whole
    select
        territory_id,
        arg_max(
            period,
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
        ) as period
    from shortage
    where $period <> ''
        and standard_id = $standard_id
        and basis_id = $basis_id
        and starts_with(period, $period)
    group by territory_id
),
answer as (
    select shortage.* exclude (standard_id, basis_id)
    from shortage
    inner join best
        on best.territory_id = shortage.territory_id and best.period = shortage.period
    where shortage.standard_id = $standard_id and shortage.basis_id = $basis_id
    union all by name
    select * exclude (standard_id, basis_id, newest_need_period)
    from shortage_newest
    where $period = '' and standard_id = $standard_id and basis_id = $basis_id
)
select *
from answer
order by territory_id
