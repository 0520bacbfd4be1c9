-- one row per file of a reader and outcome of its lines
select file, outcome, lines
from line_count
where module = $module
order by file, lines desc
