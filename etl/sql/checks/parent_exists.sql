-- one row per territory whose parent is not a territory of the same version
select child.version, child.territory_id, child.parent_id
from territory as child
left join territory as parent
    on parent.territory_id = child.parent_id and parent.version = child.version
where child.parent_id is not null and parent.territory_id is null
