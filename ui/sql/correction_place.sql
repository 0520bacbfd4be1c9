-- one row per place with this key, and the region it counts in
select facility.*, facility_place.region_id
from facility
left join facility_place using (facility_id)
where facility.facility_id = $facility_id
