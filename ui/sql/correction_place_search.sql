-- one row per place of a territory that may be drawn where it stands and whose name holds the
-- text ('' is any); protected places are never listed
select facility.facility_id, facility.name, facility.service, facility_place.region_id
from facility
inner join facility_place using (facility_id)
where facility.publish_level = 'point'
    and starts_with(facility_place.region_id, $territory_id)
    and contains(strip_accents(lower(facility.name)), strip_accents(lower($text)))
order by facility.service = 'health', facility.name, facility.facility_id
limit 60
