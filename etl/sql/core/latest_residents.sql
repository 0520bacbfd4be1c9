-- one row per territory of the display geography with any figure: its latest residents
create table latest_residents as
select
    territory_id,
    arg_max(residents_persons, period) as residents_persons,
    max(period) as period,
    arg_max(obs_status, period) as obs_status
from residents
where residents_persons is not null
group by territory_id
