-- one row per file of the workspace: its table, and what became of its lines
select
    split_part(file, '/', 1) as table_name,
    substr(file, strpos(file, '/') + 1) as file,
    sum(case when outcome = 'loaded' then lines else 0 end) as loaded,
    sum(case when outcome = 'rejected' then lines else 0 end) as refused,
    sum(case when starts_with(outcome, 'left out') then lines else 0 end) as left_out
from line_count
where module = 'own'
group by all
order by table_name, file
