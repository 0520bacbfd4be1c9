-- one row per territory and group: the newest people hosted and the newest places, each with its
-- date, and the most people hosted at once with how many dates that is of
create table hosted_newest as
with dated as (
    select figure.*, period_day.day
    from figure
    inner join period_day on period_day.period = figure.period
    where figure.value is not null
        and figure.measure_id in ('people_hosted_persons', 'reception_places')
        and figure.group_id in ('all', 'asylum_applicants', 'temporary_protection')
),
ranked as (
    select
        dated.*,
        row_number() over (
            partition by territory_id, group_id, measure_id order by day desc, period desc
        ) as choice
    from dated
),
people as (
    select * from ranked where choice = 1 and measure_id = 'people_hosted_persons'
),
places as (
    select * from ranked where choice = 1 and measure_id = 'reception_places'
),
-- a figure that is hard to believe is no proof of what there was room for
most as (
    select
        territory_id,
        group_id,
        max(value) as most,
        arg_max(period, (value, period)) as most_period,
        arg_min(period, (day, period)) as first_period,
        count(distinct day) as dates
    from dated
    where measure_id = 'people_hosted_persons' and obs_status <> 'U'
    group by territory_id, group_id
),
both_known as (
    select
        coalesce(people.territory_id, places.territory_id) as territory_id,
        coalesce(people.group_id, places.group_id) as group_id,
        people.value as people,
        people.lower as people_lower,
        people.upper as people_upper,
        people.period as people_period,
        people.day as people_day,
        people.obs_status as people_status,
        people.evidence as people_evidence,
        people.source_id as people_source_id,
        people.source_file as people_source_file,
        people.source_line as people_source_line,
        places.value as places,
        places.lower as places_lower,
        places.upper as places_upper,
        places.period as places_period,
        places.day as places_day,
        places.obs_status as places_status,
        places.evidence as places_evidence,
        places.source_id as places_source_id,
        places.source_file as places_source_file,
        places.source_line as places_source_line
    from people
    full join places
        on places.territory_id = people.territory_id and places.group_id = people.group_id
)
select both_known.*, most.most, most.most_period, most.first_period, most.dates
from both_known
left join most
    on most.territory_id = both_known.territory_id and most.group_id = both_known.group_id
order by both_known.territory_id, both_known.group_id
