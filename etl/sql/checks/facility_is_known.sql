-- one row per figure of a facility that is not described
select facility_id, period, measure_id
from facility_observation
where facility_id not in (select facility_id from facility)
