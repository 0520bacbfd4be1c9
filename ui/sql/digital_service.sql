-- one row per digital service, or local edition of one, with the country and name of its territory
select
    digital_service.*,
    region.country,
    region.name as territory_name,
    region.level
from digital_service
inner join region on region.territory_id = digital_service.territory_id
order by digital_service.service_id
