-- one row per source, territory, type of actor and service that a list of organisations covers
select territory_id, actor, service, complete, about, period, source_id
from actor_list
order by territory_id, actor, service, source_id
