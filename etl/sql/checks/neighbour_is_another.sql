-- one row per pair of neighbours that is none: one lies in the other, or stands in the wrong order,
-- or says both a border and water
select neighbour.territory_id, neighbour.neighbour_id
from neighbour
inner join membership as one using (territory_id)
inner join membership as other
    on other.territory_id = neighbour.neighbour_id and other.region_id = one.region_id
union all
select territory_id, neighbour_id
from neighbour
where territory_id >= neighbour_id
    or (connection = 'land') <> (border_km is not null)
    or (connection = 'land') <> (distance_km = 0)
