-- one row per scheme, territory, period and source of table sponsorship
select
    scheme_id, territory_id, period, sponsor_groups, pledged_places, arrivals_persons,
    arrivals_span, obs_status, evidence, note, source_id, source_file, source_line
from sponsorship
order by scheme_id, territory_id, period, source_id
