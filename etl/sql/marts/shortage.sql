-- one row per standard, basis, territory and period: what the benchmark multiplies, the supply
-- nearest to it in time, and what the publisher itself says of the gap
create table shortage as
with asked as (
    select
        standard_basis.standard_id,
        standard_basis.basis_id,
        need.territory_id,
        need.period,
        need.value,
        need.lower,
        need.upper,
        need.exact,
        need.method,
        need.obs_status,
        need.evidence,
        need.note,
        need.source_id,
        need.source_file,
        need.source_line
    from standard_basis
    inner join need on need.need_id = standard_basis.key
    where standard_basis.reads = 'need'
    union all
    select
        standard_basis.standard_id,
        standard_basis.basis_id,
        figure.territory_id,
        figure.period,
        figure.value,
        figure.lower,
        figure.upper,
        figure.value is not null and figure.lower is null and figure.upper is null as exact,
        case
            when figure.parts > 1 then 'summed'
            when figure.evidence = 'estimated' then 'derived'
            else 'published'
        end as method,
        figure.obs_status,
        figure.evidence,
        figure.note,
        figure.source_id,
        figure.source_file,
        figure.source_line
    from standard_basis
    inner join figure
        on figure.measure_id = standard_basis.key and figure.group_id = standard_basis.group_id
    where standard_basis.reads = 'figure' and figure.period >= '2019'
    union all
    select
        standard_basis.standard_id,
        standard_basis.basis_id,
        region.territory_id,
        region.residents_period as period,
        region.residents_persons as value,
        null as lower,
        null as upper,
        region.residents_persons is not null as exact,
        'published' as method,
        region.residents_status as obs_status,
        'published' as evidence,
        null as note,
        'residents' as source_id,
        null as source_file,
        null as source_line
    from standard_basis
    cross join region
    where standard_basis.reads = 'residents' and region.residents_persons is not null
),
wanted as (
    select asked.*, standard.max_days_apart, period_day.day
    from asked
    inner join standard on standard.standard_id = asked.standard_id
    inner join period_day on period_day.period = asked.period
    where standard.countries = ''
        or list_contains(string_split(standard.countries, ' '), substr(asked.territory_id, 1, 2))
),
supply as (
    select
        standard_supply.standard_id,
        standard_supply.place,
        figure.*,
        period_day.day
    from standard_supply
    inner join figure
        on figure.measure_id = standard_supply.measure_id
        and figure.group_id = standard_supply.group_id
    inner join period_day on period_day.period = figure.period
    where figure.value is not null or figure.lower is not null
),
paired as (
    select
        wanted.standard_id,
        wanted.basis_id,
        wanted.territory_id,
        wanted.period,
        supply.value,
        supply.lower,
        supply.upper,
        supply.period as supply_period,
        supply.measure_id,
        supply.obs_status,
        supply.evidence,
        supply.note,
        supply.source_id,
        supply.source_file,
        supply.source_line,
        row_number() over (
            partition by
                wanted.standard_id, wanted.basis_id, wanted.territory_id, wanted.period
            order by
                case when supply.value is null then 1 else 0 end,
                supply.place,
                abs(date_diff('day', wanted.day, supply.day)),
                supply.period desc
        ) as choice
    from wanted
    inner join supply
        on supply.standard_id = wanted.standard_id
        and supply.territory_id = wanted.territory_id
        and abs(date_diff('day', wanted.day, supply.day)) <= wanted.max_days_apart
),
stated as (
    select
        standard.standard_id,
        figure.territory_id,
        arg_max(figure.value, figure.period) as value,
        max(figure.period) as period,
        arg_max(figure.source_id, figure.period) as source_id,
        arg_max(figure.source_file, figure.period) as source_file,
        arg_max(figure.source_line, figure.period) as source_line
    from standard
    inner join figure
        on figure.measure_id = standard.published_measure_id
        and figure.group_id = standard.published_group_id
    where figure.value is not null
    group by standard.standard_id, figure.territory_id
)
select
    wanted.standard_id,
    wanted.basis_id,
    wanted.territory_id,
    wanted.period,
    wanted.day,
    wanted.value as need,
    wanted.lower as need_lower,
    wanted.upper as need_upper,
    wanted.exact as need_exact,
    wanted.method as need_method,
    wanted.obs_status as need_status,
    wanted.evidence as need_evidence,
    wanted.note as need_note,
    wanted.source_id as need_source_id,
    wanted.source_file as need_source_file,
    wanted.source_line as need_source_line,
    paired.value as capacity,
    paired.lower as capacity_lower,
    paired.upper as capacity_upper,
    coalesce(paired.value is not null and paired.lower is null and paired.upper is null, false)
        as capacity_exact,
    paired.supply_period as capacity_period,
    paired.measure_id as capacity_measure_id,
    paired.obs_status as capacity_status,
    paired.evidence as capacity_evidence,
    paired.note as capacity_note,
    paired.source_id as capacity_source_id,
    paired.source_file as capacity_source_file,
    paired.source_line as capacity_source_line,
    stated.value as published_value,
    stated.period as published_period,
    stated.source_id as published_source_id,
    stated.source_file as published_source_file,
    stated.source_line as published_source_line
from wanted
left join paired
    on paired.standard_id = wanted.standard_id
    and paired.basis_id = wanted.basis_id
    and paired.territory_id = wanted.territory_id
    and paired.period = wanted.period
    and paired.choice = 1
left join stated
    on stated.standard_id = wanted.standard_id
    and stated.territory_id = wanted.territory_id
-- as in figure: a region's years near each other, one year of a region together
order by wanted.standard_id, wanted.basis_id, substr(wanted.territory_id, 1, 4), wanted.day,
    wanted.territory_id
