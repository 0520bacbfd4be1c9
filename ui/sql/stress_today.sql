-- one row per territory and group: the newest people hosted and the newest places, each with its
-- date, and the most people hosted at once with how many dates that is of
select *
from hosted_newest
order by territory_id, group_id
