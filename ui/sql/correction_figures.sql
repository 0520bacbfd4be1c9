-- one row per figure of a territory that readers may propose to correct: not what only describes
-- residents, land or economy
select
    figure.measure_id, figure.group_id, figure.period, figure.value, figure.lower, figure.upper,
    figure.obs_status, figure.evidence, figure.note, figure.source_id, figure.source_line,
    figure.parts, measure.label, measure.unit, measure.kind
from figure
inner join measure on measure.measure_id = figure.measure_id
where figure.territory_id = $territory_id and measure.kind <> 'context'
order by measure.label, figure.measure_id, figure.group_id, figure.period desc
