-- one row per refused line of a reader
select file, line, column_name, reason, raw
from rejected_row
where module = $module
order by file, line
