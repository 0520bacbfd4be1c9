-- one row per territory and kind of data it has a figure of its own of
select territory_id, kind_id, figures, latest_period, source_id
from knowledge
order by territory_id, kind_id
