-- one row per figure of level $level that shares of several regions gave, though its source has
-- all regions inside it: their sum is nearer to what was counted than a share is
update displayed
set
    value = inside.value,
    lower = null,
    upper = null,
    obs_status = inside.obs_status,
    how = inside.how,
    note = case
        when inside.parts = 1 then inside.note
        else 'sum of all ' || inside.parts || ' regions inside it'
    end
from (
    select
        territory.parent_id,
        figure.period,
        figure.measure_id,
        figure.group_id,
        figure.source_id,
        count(*) as parts,
        sum(figure.value) as value,
        any_value(figure.note) as note,
        case
            when bool_or(figure.obs_status = 'U') then 'U'
            when bool_and(figure.obs_status = 'A') then 'A'
            else 'E'
        end as obs_status,
        case when bool_or(figure.how = 'split') then 'split' else 'merged' end as how
    from displayed as figure
    inner join territory
        on territory.territory_id = figure.territory_id
        and territory.shown
        and territory.members is null
    inner join (
        select parent_id, count(*) as siblings
        from territory
        where shown and members is null and level = $level + 1
        group by parent_id
    ) as family on family.parent_id = territory.parent_id
    group by
        territory.parent_id, figure.period, figure.measure_id, figure.group_id, figure.source_id
    having count(figure.value) = any_value(family.siblings)
) as inside
where displayed.how = 'split'
    and displayed.territory_id = inside.parent_id
    and displayed.period = inside.period
    and displayed.measure_id = inside.measure_id
    and displayed.group_id = inside.group_id
    and displayed.source_id = inside.source_id
