-- one row per period of the persons by country of origin, latest first
select period, count(distinct territory_id) as countries
from origin
group by period
order by period desc
