-- one row per activity of an organisation that is not described
select organisation_id, service, territory_id, period
from activity
where organisation_id not in (select organisation_id from organisation)
