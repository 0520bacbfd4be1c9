-- one row per territory and period: need and supply of a standard, known or not
select
    shortage.territory_id,
    region.country,
    region.level,
    shortage.period,
    shortage.day,
    shortage.need,
    shortage.need_lower,
    shortage.need_upper,
    shortage.need_method,
    shortage.need_status,
    shortage.need_evidence,
    shortage.need_source_id,
    shortage.capacity,
    shortage.capacity_lower,
    shortage.capacity_upper,
    shortage.capacity_period,
    shortage.capacity_measure_id,
    shortage.capacity_status,
    shortage.capacity_evidence,
    shortage.capacity_source_id
from shortage
inner join region on region.territory_id = shortage.territory_id
where shortage.standard_id = $standard_id and shortage.basis_id = $basis_id
order by shortage.day, shortage.territory_id
