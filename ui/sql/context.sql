-- one row per single territory: what its peers are found by; a figure of the newest year that
-- nine tenths of its level's territories have, so that dates do not make the difference
with single as (
    select *
    from region
    where members is null
),
part as (
    -- small regions inside each territory, itself at the finest level
    select single.territory_id, small.urban_type, small.residents_persons
    from single
    inner join single as small
        on small.level = 3 and starts_with(small.territory_id, single.territory_id)
),
urban as (
    select
        territory_id,
        case
            when count(*) = count(urban_type) and count(*) = count(residents_persons)
                then 100 * sum(
                    residents_persons * case urban_type
                        when 'urban' then 1 when 'intermediate' then 0.5 else 0
                    end
                ) / nullif(sum(residents_persons), 0)
        end as urban_percent
    from part
    group by territory_id
),
gdp_known as (
    select single.level, figure.period, count(*) as known
    from figure
    inner join single on single.territory_id = figure.territory_id
    where figure.measure_id = 'gdp_per_inhabitant_pps' and figure.value is not null
    group by single.level, figure.period
),
gdp_year as (
    select level, max(period) as period
    from (select *, max(known) over (partition by level) as most from gdp_known) as counted
    where known * 10 >= most * 9
    group by level
),
gdp as (
    select figure.territory_id, figure.period, figure.value, figure.source_id
    from figure
    inner join single on single.territory_id = figure.territory_id
    inner join gdp_year
        on gdp_year.level = single.level and gdp_year.period = figure.period
    where figure.measure_id = 'gdp_per_inhabitant_pps' and figure.value is not null
),
newcomer_known as (
    select single.level, need.period, count(*) as known
    from need
    inner join single on single.territory_id = need.territory_id
    where need.need_id = 'all_protection' and coalesce(need.value, need.lower) is not null
    group by single.level, need.period
),
newcomer_year as (
    select level, max(period) as period
    from (select *, max(known) over (partition by level) as most from newcomer_known) as counted
    where known * 10 >= most * 9
    group by level
),
newcomer as (
    select
        need.territory_id, need.period, need.value, need.lower, need.upper, need.source_id,
        need.evidence, need.obs_status,
        -- a sum of counts is one although it is worked out; what is shared out is never one
        need.exact or coalesce(need.lower = need.upper, false) as exact
    from need
    inner join single on single.territory_id = need.territory_id
    inner join newcomer_year
        on newcomer_year.level = single.level and newcomer_year.period = need.period
    where need.need_id = 'all_protection' and coalesce(need.value, need.lower) is not null
)
select
    single.territory_id, single.level, single.country, single.name,
    single.residents_persons as residents, single.residents_period,
    single.residents_persons / nullif(single.area_km2, 0) as density,
    urban.urban_percent,
    gdp.value as gdp, gdp.period as gdp_period, gdp.source_id as gdp_source_id,
    1000 * coalesce(newcomer.value, (newcomer.lower + newcomer.upper) / 2)
        / nullif(single.residents_persons, 0) as newcomers,
    1000 * coalesce(newcomer.lower, newcomer.value)
        / nullif(single.residents_persons, 0) as newcomers_lower,
    1000 * coalesce(newcomer.upper, newcomer.value)
        / nullif(single.residents_persons, 0) as newcomers_upper,
    newcomer.exact as newcomers_exact, newcomer.evidence as newcomers_evidence,
    newcomer.obs_status as newcomers_status,
    newcomer.period as newcomers_period, newcomer.source_id as newcomers_source_id
from single
left join urban on urban.territory_id = single.territory_id
left join gdp on gdp.territory_id = single.territory_id
left join newcomer on newcomer.territory_id = single.territory_id
order by single.level, single.territory_id
