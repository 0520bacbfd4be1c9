-- one row per territory of level $level, measure, group and period that has no figure of its
-- own but whose parts have: their sum where every part is known, else unknown with the sum of
-- the known parts as its lower end
insert into figure
with child as (
    select
        territory.parent_id,
        territory.territory_id,
        array_length(string_split(coalesce(territory.members, territory.territory_id), '+')) as covers
    from territory
    where territory.shown and territory.level = $level + 1
),
sibling as (
    select territory.parent_id, count(*) as parts
    from territory
    where territory.shown and territory.level = $level + 1 and territory.members is null
    group by territory.parent_id
),
summed as (
    select
        child.parent_id as territory_id,
        figure.measure_id,
        figure.group_id,
        figure.period,
        sum(coalesce(figure.value, figure.lower)) as known_sum,
        sum(case when figure.value is not null then child.covers else 0 end) as covered,
        max(case when figure.obs_status <> 'A' then 1 else 0 end) as unsure,
        max(case when figure.evidence = 'synthetic' then 1 else 0 end) as generated,
        max(figure.source_id) as source_id,
        count(distinct figure.source_id) as sources,
        max(figure.source_file) as source_file
    from figure
    inner join child on child.territory_id = figure.territory_id
    inner join measure on measure.measure_id = figure.measure_id
    where measure.kind in ('need', 'capacity', 'use', 'target', 'commitment')
        -- shares and rates do not add up
        and not starts_with(measure.unit, 'percent')
        and not starts_with(measure.unit, 'per ')
    group by child.parent_id, figure.measure_id, figure.group_id, figure.period
)
select
    summed.territory_id,
    summed.measure_id,
    summed.group_id,
    summed.period,
    case when summed.covered = sibling.parts then summed.known_sum end as value,
    case when summed.covered < sibling.parts then summed.known_sum end as lower,
    null as upper,
    case
        when summed.covered < sibling.parts then 'L'
        when summed.unsure = 1 then 'E'
        else 'A'
    end as obs_status,
    case when summed.generated = 1 then 'synthetic' else 'estimated' end as evidence,
    case
        when sibling.parts = 1 and summed.covered = 1 then 'the figure of the only region inside it'
        when sibling.parts = 1 then 'the only region inside it is not fully known'
        when summed.covered = sibling.parts then 'sum of all ' || sibling.parts || ' regions inside it'
        else summed.covered || ' of ' || sibling.parts || ' regions inside it are fully known'
    end as note,
    summed.source_id,
    summed.source_file,
    null as source_line,
    sibling.parts,
    summed.covered as parts_known
from summed
inner join sibling on sibling.parent_id = summed.territory_id
where summed.known_sum is not null
    and not exists (
        select 1
        from figure as own
        where own.territory_id = summed.territory_id
            and own.measure_id = summed.measure_id
            and own.group_id = summed.group_id
            and own.period = summed.period
    )
order by summed.measure_id, summed.group_id, substr(summed.territory_id, 1, 4), summed.period,
    summed.territory_id
