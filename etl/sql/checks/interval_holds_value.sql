-- one row per figure whose interval does not hold its value
select territory_id, measure_id, period, lower, value, upper
from observation
where value < lower or value > upper or lower > upper
