-- one row per scheme, local authority, period and source
select
    scheme_id, territory_id, locality_code, locality_name, period, arrivals_persons,
    obs_status, evidence, note, source_id, source_file, source_line
from sponsorship_locality
order by scheme_id, locality_code, period
