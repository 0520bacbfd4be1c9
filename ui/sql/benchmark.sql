-- one row per norm of the catalogue
select
    benchmark_id, label, numerator, denominator, threshold, unit, kind, territory_id, service,
    group_id, period, source_id, obs_status, evidence, note, source_file, source_line
from benchmark
order by territory_id, label
