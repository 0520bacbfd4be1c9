-- one row per scheme that is described or counted; one without a description is named by its key
select
    coalesce(scheme.scheme_id, counted.scheme_id) as scheme_id,
    coalesce(scheme.name, replace(counted.scheme_id, '_', ' ')) as name,
    coalesce(scheme.country, counted.country) as country,
    coalesce(scheme.pathway, 'other') as pathway,
    scheme.began, scheme.ended, scheme.note, scheme.source_id, scheme.obs_status, scheme.evidence,
    counted.figures
from scheme
full join (
    select scheme_id, min(substr(territory_id, 1, 2)) as country, count(*) as figures
    from sponsorship
    group by scheme_id
) as counted
    on counted.scheme_id = scheme.scheme_id
order by country, name
