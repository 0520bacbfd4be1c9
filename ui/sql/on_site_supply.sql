-- one row per territory of which something is known of a service on site
select
    supply.territory_id,
    supply.service,
    supply.sites,
    supply.stated,
    measure.label as stated_label,
    supply.period,
    supply.source_id
from on_site_supply as supply
left join measure on measure.measure_id = supply.measure_id
where supply.service = $service
order by supply.territory_id
