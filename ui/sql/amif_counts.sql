-- one row per Member State, year and criterion of the formula of AMIF: persons of 2017 to 2019
with counted as (
    select
        case measure_id
            when 'asylum_applicants_persons' then 'applied'
            when 'resettlement_arrivals_persons' then 'resettled'
            else 'granted'
        end as criterion,
        territory_id,
        period as year,
        measure_id,
        value,
        false as with_appeals,
        source_id
    from figure
    where measure_id in (
            'asylum_applicants_persons', 'decisions_recognised_persons',
            'decisions_complementary_persons', 'resettlement_arrivals_persons'
        )
        and group_id in ('asylum_applicants', 'beneficiaries_of_protection', 'resettled')
        and period in ('2017', '2018', '2019')
        and length(territory_id) = 2
        and value is not null
    union all
    -- Austria and others count decisions with those on appeal; the formula counts both.
    select
        'granted',
        set_aside.territory_id,
        set_aside.period,
        measure.measure_id,
        try_cast(set_aside.value as double),
        true,
        set_aside.source_id
    from set_aside
    inner join measure on measure.label = set_aside.measure
    where set_aside.source_id = 'unhcr_decisions'
        and measure.measure_id in (
            'decisions_recognised_persons', 'decisions_complementary_persons'
        )
        and set_aside.period in ('2017', '2018', '2019')
        and set_aside.reason = 'first instance and appeal are one figure'
)
select
    criterion,
    territory_id,
    cast(year as integer) as year,
    sum(value) as persons,
    bool_or(with_appeals) as with_appeals,
    any_value(source_id) as source_id
from counted
group by all
-- Refugee status and other protection are both granted: one without the other is not a count.
having criterion <> 'granted' or count(distinct measure_id) = 2
order by criterion, territory_id, year
