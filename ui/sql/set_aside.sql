-- one row per published figure of a reader that is kept out of maps and sums, with the reason
select
    set_aside.source_id, reason, territory_name, territory_id, measure, group_name, period, value, unit, note,
    source.title as source_title, source.publisher, source.url, source_file, source_line
from set_aside
inner join source on source.source_id = set_aside.source_id
where source.module = $module
order by source_file, source_line, measure
