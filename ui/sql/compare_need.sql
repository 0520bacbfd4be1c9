-- one row per territory asked for (codes apart by commas) and year: people in need of protection
-- and the residents of that year, or of the latest before it
with asked as (
    select need.*
    from need
    where need.need_id = 'all_protection'
        and list_contains(string_split($territories, ','), need.territory_id)
),
dated as (
    select
        asked.territory_id, asked.period, max(residents.period) as residents_period
    from asked
    inner join residents
        on residents.territory_id = asked.territory_id
        and residents.period <= asked.period
        and residents.residents_persons > 0
    group by asked.territory_id, asked.period
)
select
    asked.territory_id, asked.period, asked.value, asked.lower, asked.upper,
    residents.residents_persons as residents, asked.obs_status, asked.evidence, asked.source_id
from asked
left join dated on dated.territory_id = asked.territory_id and dated.period = asked.period
left join residents
    on residents.territory_id = dated.territory_id and residents.period = dated.residents_period
order by asked.territory_id, asked.period
