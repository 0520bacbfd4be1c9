-- one row per protected facility that could be found: by its name, its cell, its region or a point
select facility_id, facility.publish_level, facility.name, facility_place.cell, region_id
from facility
left join facility_place using (facility_id)
left join facility_point using (facility_id)
where facility.publish_level <> 'point'
    and (
        facility.name <> 'protected place'
        or facility_place.cell is not null
        or facility_point.x is not null
        or length(region_id) > case facility.publish_level
            when 'nuts3' then 5 when 'nuts2' then 4 else 2
        end
    )
