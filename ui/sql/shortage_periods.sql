-- one row per period a standard has a need in, oldest first, with the territories whose supply
-- is known then
select
    period,
    max(day) as day,
    count(distinct country) as countries,
    cast(sum(with_supply) as bigint) as known
from shortage_known
where standard_id = $standard_id
    and basis_id = $basis_id
    and ($countries = '' or list_contains(string_split($countries, ' '), country))
group by period
order by day, period
