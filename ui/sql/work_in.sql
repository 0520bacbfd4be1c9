-- one row per territory of those asked for (separated by spaces), organisation and service, with
-- the organisation's name
select
    at_work.territory_id,
    at_work.organisation_id,
    organisation.name,
    organisation.actor,
    organisation.level,
    at_work.service,
    at_work.own,
    organisation.territory_id as seat,
    at_work.contracts,
    at_work.first_period,
    at_work.last_period,
    at_work.evidence,
    organisation.obs_status,
    at_work.source_id,
    organisation.source_file,
    organisation.source_line
from at_work
inner join organisation using (organisation_id)
where list_contains(string_split($territories, ' '), at_work.territory_id)
    and ($service = 'all' or at_work.service = $service)
order by at_work.territory_id, organisation.name, at_work.service
