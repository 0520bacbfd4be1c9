-- one row per territory of the display geography and kind of data it has a figure of its own
-- of: how many figures, the latest period, and the source of the latest
create table knowledge as
with counted as (
    select figure.territory_id, measure_kind.kind_id, figure.period, figure.source_id
    from figure
    inner join measure_kind
        on measure_kind.measure_id = figure.measure_id
        and measure_kind.group_id = figure.group_id
    where figure.value is not null or figure.lower is not null
),
hospital as (
    select distinct territory_id, 'health' as kind_id, '2020' as period, 'hospitals' as source_id
    from hospital_reach
    where worst_verdict = 'covered'
),
around as (
    select territory_id, region_id from membership
    union
    -- a place protected above NUTS 3 has the code of its territory, and counts there and around it
    select region.territory_id, facility_place.region_id
    from facility_place
    inner join region
        on region.members is null and starts_with(facility_place.region_id, region.territory_id)
    where length(facility_place.region_id) < 5
),
service as (
    select around.territory_id, 'services' as kind_id, facility.period, facility.source_id
    from facility
    inner join facility_place using (facility_id)
    inner join around using (region_id)
    -- a school or a place on a volunteers' map is no figure that somebody answers for
    where facility.kind = 'service'
        and facility.service not in ('health', 'education')
        and facility.source_id <> 'osm_services'
),
known as (
    select territory_id, kind_id, period, source_id from counted
    union all
    select territory_id, kind_id, period, source_id from hospital
    union all
    select territory_id, kind_id, period, source_id from service
    union all
    select territory_id, 'sponsorship' as kind_id, period, source_id from sponsorship
    union all
    select territory_id, 'funds' as kind_id, period, source_id from funding
    union all
    select territory_id, 'partnership' as kind_id, period, source_id from partnership
    union all
    select territory_id, 'partnership' as kind_id, period, source_id from participation
),
-- What is published for a joint territory is known for each of its members together only,
-- which is as near as anybody can say.
single as (
    select
        unnest(string_split(coalesce(region.members, region.territory_id), '+')) as territory_id,
        known.kind_id,
        known.period,
        known.source_id
    from known
    inner join region on region.territory_id = known.territory_id
)
select
    territory_id,
    kind_id,
    count(*) as figures,
    -- a span is as late as its end; of two as late, the same one each time
    arg_max(period, (split_part(period, '/', -1), period, source_id))
        filter (period is not null) as latest_period,
    arg_max(source_id, (split_part(period, '/', -1), period, source_id))
        filter (period is not null) as source_id
from single
group by territory_id, kind_id
order by territory_id, kind_id
