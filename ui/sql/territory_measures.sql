-- one row per measure and group that a territory has a figure of: what it is, how many dates
select
    figure.measure_id, figure.group_id, measure.label, measure.unit, measure.kind,
    count(figure.value) as dates
from figure
inner join measure on measure.measure_id = figure.measure_id
where figure.territory_id = $territory_id
group by figure.measure_id, figure.group_id, measure.label, measure.unit, measure.kind
having count(figure.value) > 0
order by dates desc, figure.measure_id, figure.group_id
