-- one row per observation that the display geography neither shows nor was worked out from, and
-- that is not listed as unconverted
select observation.territory_id, observation.nuts_version, observation.measure_id, observation.period
from observation
left join region on region.territory_id = observation.territory_id
left join conversion
    on conversion.old_code = observation.territory_id
    and conversion.period = observation.period
    and conversion.measure_id = observation.measure_id
    and conversion.group_id = observation.group_id
    and conversion.source_id = observation.source_id
left join unconverted
    on unconverted.territory_id = observation.territory_id
    and unconverted.period = observation.period
    and unconverted.measure_id = observation.measure_id
    and unconverted.group_id = observation.group_id
    and unconverted.source_id = observation.source_id
where region.territory_id is null
    and conversion.old_code is null
    and unconverted.territory_id is null
