-- one row per fact whose source is not described
with fact as (
    select 'observation' as fact, source_id from observation
    union
    select 'facility', source_id from facility
    union
    select 'facility_observation', source_id from facility_observation
    union
    select 'organisation', source_id from organisation
    union
    select 'partnership', source_id from partnership
    union
    select 'participation', source_id from participation
    union
    select 'activity', source_id from activity
    union
    select 'actor_list', source_id from actor_list
    union
    select 'consultation', source_id from consultation
    union
    select 'sponsorship', source_id from sponsorship
    union
    select 'scheme', source_id from scheme
    union
    select 'scheme_rule', source_id from scheme_rule
    union
    select 'sponsorship_locality', source_id from sponsorship_locality
    union
    select 'funding', source_id from funding
    union
    select 'benchmark', source_id from benchmark
    union
    select 'set_aside', source_id from set_aside
    union
    select 'digital_service', source_id from digital_service
    union
    select 'origin', source_id from origin
    union
    select 'spoken_language', source_id from spoken_language
)
select fact, source_id
from fact
where source_id not in (select source_id from source)
