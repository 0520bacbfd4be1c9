-- one row per period a standard has a need in, oldest first, with the territories whose supply
-- is known then
select
    period,
    max(day) as day,
    count(distinct substr(territory_id, 1, 2)) as countries,
    count(capacity) as known
from shortage
where standard_id = $standard_id
    and basis_id = $basis_id
    and need is not null
    and ($countries = '' or list_contains(string_split($countries, ' '), substr(territory_id, 1, 2)))
group by period
order by day, period
