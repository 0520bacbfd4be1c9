-- one row per measure, with what it counts
select measure_id, label, unit, kind, domain, direction, definition
from measure
order by measure_id
