-- one row per facility that may not be shown where it stands: it is put in the middle of the
-- territory it may be shown in, whatever its source's reader left
update facility
set lon = territory.lon, lat = territory.lat
from facility_place, territory
where facility_place.facility_id = facility.facility_id
    and facility.publish_level <> 'point'
    and territory.shown
    and territory.territory_id = case facility.publish_level
        when 'nuts3' then coalesce(facility_place.region_id, facility.country)
        when 'nuts2' then substr(coalesce(facility_place.region_id, facility.country), 1, 4)
        else facility.country
    end;

-- the region is what it counts in; no finer than it may be shown at
update facility_place
set
    cell = null,
    region_id = case facility.publish_level
        when 'nuts3' then region_id
        when 'nuts2' then substr(region_id, 1, 4)
        else facility.country
    end
from facility
where facility.facility_id = facility_place.facility_id and facility.publish_level <> 'point'
