-- one row per open place of a service that people can go to, with its point where it may be shown
select
    facility.facility_id,
    facility.country,
    facility.lon,
    facility.lat,
    facility.places,
    facility.occupied,
    facility.groups,
    facility.publish_level,
    facility.obs_status,
    facility.evidence,
    facility.period,
    facility.source_id,
    point.x,
    point.y
from facility
left join facility_point as point on point.facility_id = facility.facility_id
where facility.service = $service and facility.closed is null
    and coalesce(facility.mode, 'on_site') <> 'digital'
order by facility.facility_id
