-- one row per measure that has a figure of $group_id: what it is, and for how many territories
-- of level $finest or coarser it is known
select
    measure.measure_id, measure.label, measure.unit, measure.kind, measure.definition,
    count(*) as territories
from figure_newest
inner join measure on measure.measure_id = figure_newest.measure_id
inner join region on region.territory_id = figure_newest.territory_id
where figure_newest.group_id = $group_id
    -- the newest that is known, where any is
    and figure_newest.value is not null
    and region.level <= $finest
    and measure.kind in ('need', 'capacity', 'presence', 'use', 'target', 'commitment', 'key')
group by measure.measure_id, measure.label, measure.unit, measure.kind, measure.definition
order by territories desc, measure.measure_id
