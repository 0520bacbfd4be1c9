-- one row per reader: what became of its lines, the figures they gave, how many are doubted
with line as (
    select
        module,
        sum(lines) as lines,
        sum(case when outcome = 'loaded' then lines else 0 end) as loaded,
        sum(case when outcome = 'rejected' then lines else 0 end) as rejected,
        sum(case when starts_with(outcome, 'left out') then lines else 0 end) as left_out
    from line_count
    group by module
),
doubt as (
    select source.module, count(*) as findings
    from finding
    inner join source on source.source_id = finding.source_id
    group by source.module
),
page as (
    select module, count(*) as pages
    from source
    where source_id <> module
    group by module
)
select
    source.source_id, source.title, source.publisher, source.url, source.licence,
    source.attribution, source.retrieved_on, source.vintage, source.caveats,
    coalesce(line.lines, 0) as lines,
    coalesce(line.loaded, 0) as loaded,
    coalesce(line.left_out, 0) as left_out,
    coalesce(line.rejected, 0) as rejected,
    coalesce(doubt.findings, 0) as findings,
    coalesce(page.pages, 0) as pages
from source
left join line on line.module = source.module
left join doubt on doubt.module = source.module
left join page on page.module = source.module
where source.source_id = source.module
order by source.title
