-- one row per local edition of a digital service that is not there
select service_id, part_of
from digital_service
where part_of not in (select service_id from digital_service)
