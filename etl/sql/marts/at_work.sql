-- one row per territory, organisation at work in it and service; a NULL service is one that is
-- not stated. Territories are those of the display geography, and the EU by itself
create table at_work as
with agreed as (
    select organisation_id, service, territory_id, period, source_id, evidence from partnership
    union all
    select partner_id, service, territory_id, period, source_id, evidence from partnership
),
stated as (
    select
        organisation_id, service, territory_id, period, contracts,
        true as counts_contracts, source_id, evidence
    from activity
    union all
    select
        organisation_id, service, territory_id, period, null as contracts,
        false as counts_contracts, source_id, evidence
    from agreed
    union all
    -- An organisation of which no work is stated is where it is listed.
    select
        organisation_id, null as service, territory_id, null as period, null as contracts,
        false as counts_contracts, source_id, evidence
    from organisation
    where organisation_id not in (select organisation_id from activity)
        and organisation_id not in (select organisation_id from agreed)
),
place as (
    select distinct territory_id from stated
),
part as (
    select territory_id, unnest(string_split(coalesce(members, territory_id), '+')) as code
    from region
),
inside as (
    select distinct part.territory_id, place.territory_id as place_id
    from part
    inner join place on starts_with(place.territory_id, part.code)
    union
    select territory_id, territory_id as place_id
    from place
    where territory_id = 'EU27_2020'
)
select
    inside.territory_id,
    stated.organisation_id,
    stated.service,
    -- stated for the territory itself, not only for one inside it
    bool_or(inside.place_id = inside.territory_id) as own,
    min(split_part(stated.period, '/', 1)) as first_period,
    max(split_part(stated.period, '/', -1)) as last_period,
    case
        when bool_and(stated.contracts is not null) filter (stated.counts_contracts)
            then sum(stated.contracts)
    end as contracts,
    min(stated.source_id) as source_id,
    min(stated.evidence) as evidence
from inside
inner join stated on stated.territory_id = inside.place_id
group by inside.territory_id, stated.organisation_id, stated.service
order by inside.territory_id, stated.organisation_id, stated.service
