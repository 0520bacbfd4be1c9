-- one row per measure that readers may propose to correct
select measure_id, label, unit, kind, definition
from measure
where kind <> 'context'
order by label, measure_id
