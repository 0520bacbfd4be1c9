-- one row per period that a figure or a need has: the last day of it
create table period_day as
with every as (
    select period from figure
    union
    select period from need
    union
    select period from residents
),
ending as (
    select period, split_part(period, '/', -1) as last from every
)
select
    period,
    case
        when length(last) = 10 then cast(last as date)
        when last like '%-Q%'
            then last_day(
                cast(substr(last, 1, 4) || '-' || lpad(cast(3 * cast(right(last, 1) as integer) as varchar), 2, '0') || '-01' as date)
            )
        when length(last) = 7 then last_day(cast(last || '-01' as date))
        else cast(last || '-12-31' as date)
    end as day
from ending
