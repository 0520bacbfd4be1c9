-- one row per country: its latest need of protection with the two counts it is the sum of, and
-- its latest known number of reception places, for everyone where that is known, else for
-- asylum applicants; empty where there is none
with country as (
    select territory_id, name, country, residents_persons as residents
    from region
    where level = 0
),
whole as (
    select *
    from need
    semi join country using (territory_id)
    where need_id = 'all_protection' and value is not null
    qualify row_number() over (partition by territory_id order by period desc) = 1
),
part as (
    select territory_id, need_id, period, value, obs_status
    from need
    semi join country using (territory_id)
    where need_id in ('asylum_pending', 'recognised')
),
place as (
    select *
    from figure
    semi join country using (territory_id)
    where measure_id = 'reception_places'
        and group_id in ('all', 'asylum_applicants')
        and value is not null
    qualify row_number() over (
        partition by territory_id
        order by case when group_id = 'all' then 0 else 1 end, period desc
    ) = 1
)
select
    country.territory_id,
    country.name,
    country.country,
    whole.value as need,
    whole.period as need_period,
    whole.evidence as need_evidence,
    whole.source_id as need_source_id,
    pending.value as pending,
    recognised.value as recognised,
    pending.obs_status = 'P' or recognised.obs_status = 'P' as need_provisional,
    place.value as places,
    place.period as places_period,
    place.obs_status as places_status,
    place.evidence as places_evidence,
    place.source_id as places_source_id
from country
left join whole on whole.territory_id = country.territory_id
left join part as pending
    on pending.territory_id = whole.territory_id
    and substr(pending.period, 1, 4) = whole.period
    and pending.need_id = 'asylum_pending'
left join part as recognised
    on recognised.territory_id = whole.territory_id
    and substr(recognised.period, 1, 4) = whole.period
    and recognised.need_id = 'recognised'
left join place on place.territory_id = country.territory_id
order by country.territory_id
