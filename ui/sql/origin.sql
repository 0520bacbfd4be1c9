-- one row per country of asylum and country of origin in the period asked for: the persons are
-- the sum of those counts that are known
select
    territory_id,
    origin,
    origin_name,
    period,
    refugees_persons,
    asylum_seekers_persons,
    others_persons,
    coalesce(refugees_persons, 0) + coalesce(asylum_seekers_persons, 0)
    + coalesce(others_persons, 0) as persons,
    obs_status,
    evidence,
    note,
    source_id,
    source_file,
    source_line
from origin
where period = $period
    and coalesce(refugees_persons, asylum_seekers_persons, others_persons) is not null
order by territory_id, origin
