-- one row per facility that may not be shown where it stands: it is put in the middle of the
-- territory it may be shown in; the cell it lies in stays known to the sums only
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
    end
