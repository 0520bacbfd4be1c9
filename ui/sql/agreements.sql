-- one row per agreement listed in the territories asked for (separated by spaces; '' is every
-- one) or inside them, with the names of both partners
with part as (
    select unnest(string_split(replace($territories, '+', ' '), ' ')) as code
),
listed as (
    select *
    from partnership
    where ($service = 'all' or service = $service)
        and exists (
            select code from part where starts_with(partnership.territory_id, part.code)
        )
)
select
    listed.organisation_id,
    listed.partner_id,
    organisation.name,
    organisation.actor,
    organisation.level,
    partner.name as partner_name,
    partner.actor as partner_actor,
    partner.level as partner_level,
    listed.territory_id,
    listed.service,
    listed.period,
    listed.agreement,
    listed.evidence,
    listed.obs_status,
    listed.note,
    listed.source_id,
    listed.source_file,
    listed.source_line
from listed
inner join organisation on organisation.organisation_id = listed.organisation_id
inner join organisation as partner on partner.organisation_id = listed.partner_id
order by listed.organisation_id, listed.partner_id, listed.territory_id, listed.period
