-- one row per figure of the page Action Plan of which anything is known: how many are known, from
-- when, from which sources
with place as (
    select distinct territory_id, level from region where members is null and level in (0, 2)
),
amount as (
    select
        concat_ws(' ', fund_id, objective, territory_id, period, source_id) as amount_id,
        period, source_id, paid_eur, recipient
    from funding
),
fact as (
    select
        case place.level when 0 then 'places_countries' else 'places_regions' end as figure_id,
        figure.territory_id as item, figure.period, figure.source_id
    from figure
    inner join place using (territory_id)
    where figure.measure_id = 'reception_places'
        and figure.group_id in ('all', 'asylum_applicants')
        and figure.value is not null
    union all
    select 'children_regions', figure.territory_id, figure.period, figure.source_id
    from figure
    inner join place using (territory_id)
    where place.level = 2
        and figure.group_id = 'unaccompanied_children'
        and figure.measure_id in (
            'unaccompanied_children_present_persons', 'unaccompanied_children_in_care_persons'
        )
        and figure.value is not null
    union all
    select funnel.group_id || '_' || funnel.step, substr(territory_id, 1, 2), period, source_id
    from funnel
    where step in ('exists', 'durable') and (value is not null or lower is not null)
    union all
    select 'service_terms', service, period, source_id from on_site_supply
    union all
    select 'service_regions', territory_id, max(period), min(source_id)
    from on_site_supply
    inner join place using (territory_id)
    where place.level = 2 and service <> 'health'
    group by territory_id
    having count(distinct service) >= 3
    union all
    select 'organisations', organisation_id, null, source_id from organisation
    union all
    select 'actor_types', actor, null, source_id from organisation
    union all
    select 'work_regions', place.territory_id, at_work.last_period, at_work.source_id
    from at_work
    inner join place on place.territory_id = substr(at_work.territory_id, 1, 4) and place.level = 2
    union all
    select 'complete_lists', territory_id || ' ' || actor || ' ' || service, period, source_id
    from actor_list
    where complete
    union all
    select 'bodies', body_id, period, source_id from participation
    union all
    select 'bodies_seats', body_id, period, source_id
    from participation
    where newcomer_seats is not null
    union all
    select 'consultations', consultation_id, period, source_id from consultation
    union all
    select 'consultations_outcome', consultation_id, period, source_id
    from consultation
    where outcome is not null
    union all
    select 'schemes', scheme_id, began, source_id from scheme
    union all
    select 'scheme_countries', country, began, source_id from scheme
    union all
    select 'amif_countries', substr(territory_id, 1, 2), period, source_id
    from funding
    where fund_id = 'AMIF' and length(territory_id) between 2 and 5 and committed_eur is not null
    union all
    select 'funding_rows', amount_id, period, source_id from amount
    union all
    select 'funding_paid', amount_id, period, source_id from amount where paid_eur is not null
    union all
    select 'funding_recipient', amount_id, period, source_id
    from amount
    where recipient is not null
    union all
    select 'digital', service_id, period, source_id from digital_service
    union all
    select 'digital_languages', service_id, period, source_id
    from digital_service
    where languages is not null and languages_count is not null
    union all
    select 'digital_began', service_id, period, source_id
    from digital_service
    where started >= '2020'
    union all
    select 'digital_effect', service_id, period, source_id
    from digital_service
    where effect is not null
),
counted as (
    select
        figure_id, count(distinct item) as known, min(period) as first_period,
        max(period) as last_period,
        string_agg(distinct source_id, ' ' order by source_id) as source_ids
    from fact
    group by figure_id
)
select figure_id, known, first_period, last_period, source_ids
from counted
order by figure_id
