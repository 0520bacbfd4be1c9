-- one row per organisation that is a protected service: it loses its name, and its places are
-- lifted to the finest level it may be counted at; a number stands in for its key everywhere
create temp table protected as
select
    organisation_id,
    'protected_' || row_number() over (order by md5(organisation_id)) as public_id,
    case publish_level when 'nuts3' then 5 when 'nuts2' then 4 else 2 end as letters
from organisation
where publish_level <> 'point';

-- the EU and joint regions are no code that could be cut shorter
create temp macro lifted_code(code, letters) as
    case
        when starts_with(code, 'EU27') or (contains(code, '+') and letters > 2) then code
        else substr(code, 1, letters)
    end;

create temp table lifted as
with moved as (
    select
        activity.* replace (
            protected.public_id as organisation_id,
            lifted_code(activity.territory_id, protected.letters) as territory_id,
            null as note,
            null as contracts,
            null as source_line
        )
    from activity
    inner join protected on protected.organisation_id = activity.organisation_id
)
select distinct on (organisation_id, service, territory_id, period) * from moved;

delete from activity where organisation_id in (select organisation_id from protected);
insert into activity select * from lifted;

-- an agreement would give it away by its partner
delete from partnership
where organisation_id in (select organisation_id from protected)
    or partner_id in (select organisation_id from protected);

update organisation
set
    organisation_id = protected.public_id,
    name = 'a protected service, not named',
    territory_id = lifted_code(organisation.territory_id, protected.letters),
    note = null,
    source_line = null
from protected
where protected.organisation_id = organisation.organisation_id;

drop table lifted;
drop macro lifted_code;
drop table protected
