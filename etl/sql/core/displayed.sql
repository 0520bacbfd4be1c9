-- one row per territory of the display geography, period, measure, group and source: the figure
-- as published where there is one, else as worked out from the latest version that gives one
create table displayed as
with published as (
    select
        observation.territory_id,
        observation.period,
        observation.measure_id,
        observation.group_id,
        observation.source_id,
        observation.nuts_version as version,
        'published' as how,
        observation.value,
        observation.lower,
        observation.upper,
        observation.obs_status,
        observation.evidence,
        observation.note,
        observation.source_file,
        observation.source_line
    from observation
    inner join territory
        on territory.territory_id = observation.territory_id and territory.shown
    where not exists (
        select 1
        from crosswalk
        where crosswalk.old_code = observation.territory_id
            and crosswalk.old_version >= observation.nuts_version
    )
),
rival as (
    select distinct territory_id, period, measure_id, group_id, source_id from converted
),
-- only what has a rival is ranked: of the rest there may be a hundred million
candidate as (
    select *
    from published
    semi join rival using (territory_id, period, measure_id, group_id, source_id)
    union all
    select
        territory_id,
        period,
        measure_id,
        group_id,
        source_id,
        old_version as version,
        how,
        value,
        lower,
        upper,
        obs_status,
        evidence,
        note,
        source_file,
        source_line
    from converted
),
ranked as (
    select
        *,
        row_number() over (
            partition by territory_id, period, measure_id, group_id, source_id
            order by
                case when value is not null then 0 when lower is not null then 1 else 2 end,
                case when how = 'published' then 0 else 1 end,
                version desc
        ) as choice
    from candidate
),
chosen as (
    select * exclude (choice) from ranked where choice = 1
    union all
    select *
    from published
    anti join rival using (territory_id, period, measure_id, group_id, source_id)
)
select * exclude (version) from chosen
