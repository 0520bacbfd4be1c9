-- one row per territory of the display geography and service of which something is known on
-- site: a place that is known, or a figure that its publisher states, which may be 0
create table on_site_supply as
with place as (
    -- the many places first become one row per region that they count in
    select
        facility_place.region_id,
        facility.service,
        count(*) as sites,
        max(facility.period) as period,
        min(facility.facility_id) as first_id,
        arg_min(facility.source_id, facility.facility_id) as source_id
    from facility
    inner join facility_place using (facility_id)
    where facility.mode = 'on_site'
        and facility.kind = 'service'
        and facility.closed is null
    group by facility_place.region_id, facility.service
),
site as (
    select
        region.territory_id,
        place.service,
        cast(sum(place.sites) as bigint) as sites,
        max(place.period) as period,
        arg_min(place.source_id, place.first_id) as source_id
    from place
    -- a protected place has the code of the territory it may be shown in, and counts there and
    -- in those around it
    inner join region
        on region.members is null
        and starts_with(place.region_id, region.territory_id)
    group by region.territory_id, place.service
),
latest as (
    select
        figure.territory_id,
        measure.domain as service,
        figure.measure_id,
        figure.period,
        figure.source_id,
        -- a sum of parts of which some are unknown says something only where it is above 0
        coalesce(figure.value, nullif(figure.lower, 0)) as stated,
        row_number() over (
            partition by figure.territory_id, figure.measure_id, figure.group_id
            order by split_part(figure.period, '/', -1) desc, figure.source_id
        ) as place
    from figure
    inner join measure on measure.measure_id = figure.measure_id
    -- places of a course may be online; a service point is somewhere
    where measure.kind = 'presence'
        and measure.domain not in ('digital', 'reception', 'health')
        and coalesce(figure.value, nullif(figure.lower, 0)) is not null
),
stated as (
    select
        territory_id,
        service,
        max(stated) as stated,
        arg_max(measure_id, (stated, measure_id)) as measure_id,
        arg_max(period, (stated, measure_id)) as period,
        arg_max(source_id, (stated, measure_id)) as source_id
    from latest
    where place = 1
    group by territory_id, service
)
select
    coalesce(site.territory_id, stated.territory_id) as territory_id,
    coalesce(site.service, stated.service) as service,
    site.sites,
    stated.stated,
    stated.measure_id,
    coalesce(stated.period, site.period) as period,
    coalesce(stated.source_id, site.source_id) as source_id
from site
full outer join stated
    on stated.territory_id = site.territory_id and stated.service = site.service
order by territory_id, service
