-- one row per territory: need and supply of a standard at the latest date both are known within
-- the period asked for ('' is any), else the latest need
with candidate as (
    select
        *,
        row_number() over (
            partition by territory_id
            order by
                case
                    when need is not null and capacity is not null then 0
                    when capacity is not null or capacity_lower is not null then 1
                    when need is not null then 2
                    else 3
                end,
                day desc
        ) as choice
    from shortage
    where standard_id = $standard_id
        and basis_id = $basis_id
        and starts_with(period, $period)
)
select * exclude (choice, standard_id, basis_id)
from candidate
where choice = 1
order by territory_id
