-- one row per year of a territory's residents, oldest first
select period, residents_persons as value, obs_status, evidence, source_id
from residents
where territory_id = $territory_id
order by period
