-- one row per standard, basis and territory: the row of shortage that stands for it when no period
-- is asked for, the latest with both need and supply, else the latest with as much as is known;
-- and the newest period its need is known in
create table shortage_newest as
with best as (
    -- the narrow columns decide, and only the rows they choose are read whole
    select
        standard_id,
        basis_id,
        territory_id,
        arg_max(
            period,
            (
                case
                    when need is not null and capacity is not null then 3
                    when capacity is not null or capacity_lower is not null then 2
                    when need is not null then 1
                    else 0
                end,
                day,
                period
            )
        ) as period,
        arg_max(period, (day, period)) filter (need is not null) as newest_need_period
    from shortage
    group by standard_id, basis_id, territory_id
)
select shortage.*, best.newest_need_period
from shortage
inner join best
    on best.standard_id = shortage.standard_id
    and best.basis_id = shortage.basis_id
    and best.territory_id = shortage.territory_id
    and best.period = shortage.period
order by shortage.standard_id, shortage.basis_id, shortage.territory_id
