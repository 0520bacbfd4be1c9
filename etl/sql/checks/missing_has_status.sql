-- one row per figure without a value whose status claims there is one, or the reverse
select territory_id, measure_id, period, value, obs_status
from observation
where (value is null and lower is null and obs_status not in ('L', 'M', 'Q', 'N', 'U'))
    or (value is not null and obs_status in ('L', 'M', 'Q'))
