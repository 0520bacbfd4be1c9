-- one row per figure of a reader that a plausibility check doubts
select
    finding.source_id,
    finding.territory_id,
    coalesce(region.name, finding.territory_id) as name,
    finding.period,
    measure.label as measure,
    finding.value,
    finding.reason,
    finding.expected_lower,
    finding.expected_upper,
    finding.published_status,
    finding.obs_status
from finding
inner join source on source.source_id = finding.source_id
inner join measure on measure.measure_id = finding.measure_id
left join region on region.territory_id = finding.territory_id
where source.module = $module
order by finding.territory_id, finding.period
