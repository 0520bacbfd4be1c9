-- one row per service with open places that people can go to
select service, count(*) as sites, count(places) as stated, count(occupied) as taken_stated
from facility
where closed is null and coalesce(mode, 'on_site') <> 'digital' and obs_status <> 'U'
group by service
order by sites desc, service
