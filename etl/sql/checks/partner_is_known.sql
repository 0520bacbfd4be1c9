-- one row per agreement one of whose partners is not described
select organisation_id, partner_id, territory_id, period
from partnership
where organisation_id not in (select organisation_id from organisation)
    or partner_id not in (select organisation_id from organisation)
