-- one row per territory and organisation known to work there, on one service or on any ('all')
select
    at_work.territory_id,
    at_work.organisation_id,
    organisation.actor,
    organisation.level,
    bool_or(at_work.own) as own,
    max(at_work.last_period) as period,
    min(at_work.source_id) as source_id,
    min(at_work.evidence) as evidence
from at_work
inner join organisation using (organisation_id)
where $service = 'all' or at_work.service = $service
group by at_work.territory_id, at_work.organisation_id, organisation.actor, organisation.level
order by at_work.territory_id, at_work.organisation_id
