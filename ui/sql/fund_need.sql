-- one row per territory and year: people in need of protection at the end of the year
select
    territory_id, left(period, 4) as year, value, lower, upper, exact, method, obs_status,
    evidence, source_id, source_file, source_line
from need
where need_id = $need_id
order by territory_id, year
