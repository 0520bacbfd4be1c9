-- tables that Python fills between the SQL steps

-- one row per code that ended and region of the display geography that has some of it; what the
-- old code gives the new one is an interval of 0 to 1, NULL where it is not known
create table crosswalk (
    old_code varchar not null,
    -- the last version that has it
    old_version varchar not null,
    new_code varchar not null,
    -- how many codes that ended with that version the new region is made of
    parts bigint not null,
    share_from double,
    share_to double,
    area_from double,
    area_to double,
    primary key (old_code, new_code)
);

-- one row per facility: the finest region and cell it lies in; NULL outside the cells
create table facility_place (facility_id varchar primary key, cell ubigint, region_id varchar);

-- one row per cell: distance to the nearest hospital and to the nearest hole in the register
create table cell_reach (
    cell ubigint primary key,
    nearest_km double not null,
    nearest_country varchar,
    hole_km double not null
);

-- one row per measure and group whose figures say something of capacity: the kind of data
create table measure_kind (
    measure_id varchar not null,
    group_id varchar not null,
    kind_id varchar not null,
    primary key (measure_id, group_id)
);

-- one row per finest region: can the hospital register speak for it
create table register_verdict (
    region_id varchar primary key,
    verdict varchar not null check (verdict in ('covered', 'no register', 'too few'))
);

-- one row per territory of the display geography: its outline in map coordinates, as GeoJSON
create table map_shape (
    territory_id varchar primary key,
    level tinyint not null,
    geojson varchar not null,
    -- what to show of it when it is looked at alone: its bounds without parts in insets
    west double not null,
    south double not null,
    east double not null,
    north double not null,
    -- a point inside its largest part, from which links are drawn
    x double not null,
    y double not null
);

-- one row per finest region and neighbour: how long a border they share, or how wide the water is
create table region_neighbour (
    region_id varchar not null,
    neighbour_id varchar not null,
    -- NULL where there is water between them
    border_km double,
    -- 0 where they share a border
    distance_km double not null,
    primary key (region_id, neighbour_id)
);

-- one row per cell of land, and per coarser cell around some: its centre in degrees, its corners
-- in map coordinates, x and y in turn
create table map_cell (
    cell ubigint not null,
    resolution tinyint not null,
    lon double not null,
    lat double not null,
    corners double[] not null
);

-- one row per facility that may be shown as a point: where it is in map coordinates
create table facility_point (facility_id varchar primary key, x double not null, y double not null);

-- one row per inset of the map: its frame in map coordinates, as GeoJSON, and its name
create table map_inset (
    territory_id varchar primary key,
    name varchar not null,
    lon double not null,
    lat double not null,
    geojson varchar not null
);

-- one row per territory, definition of need and period: persons, as published, summed, shared
-- out by keys, or combined
create table need (
    territory_id varchar not null,
    need_id varchar not null,
    group_id varchar not null,
    period varchar not null,
    value double,
    lower double,
    upper double,
    -- published or summed: its value is its interval
    exact boolean not null,
    -- derived: worked out by its source's reader; summed: of the regions inside
    method varchar not null
    check (method in ('published', 'derived', 'summed', 'shared', 'combined')),
    obs_status varchar not null,
    evidence varchar not null,
    note varchar,
    source_id varchar,
    source_file varchar,
    source_line bigint,
    primary key (need_id, territory_id, period)
);

-- one row per standard: what a shortage is measured by (analysis/standards.py)
create table standard (
    standard_id varchar primary key,
    service varchar not null,
    group_id varchar not null,
    benchmark_id varchar not null,
    countries varchar not null,
    max_days_apart integer not null,
    published_measure_id varchar,
    published_group_id varchar
);

-- one row per standard and basis its benchmark multiplies
create table standard_basis (
    standard_id varchar not null,
    basis_id varchar not null,
    reads varchar not null check (reads in ('need', 'figure', 'residents')),
    key varchar not null,
    group_id varchar not null,
    primary key (standard_id, basis_id)
);

-- one row per standard, measure and group that is held against its demand, first one first
create table standard_supply (
    standard_id varchar not null,
    place integer not null,
    measure_id varchar not null,
    group_id varchar not null,
    primary key (standard_id, place)
);

-- one row per grid of the tile map and territory of its level or a coarser one: its tiles in map
-- coordinates, as GeoJSON
create table map_tile (
    grid tinyint not null,
    territory_id varchar not null,
    level tinyint not null,
    geojson varchar not null,
    west double not null,
    south double not null,
    east double not null,
    north double not null,
    primary key (grid, territory_id)
);

-- one row per group, step of the protection funnel and measure it reads; `finest` is the finest
-- NUTS level at which anything that points at the group's services may be shown
create table funnel_input (
    group_id varchar not null,
    step varchar not null,
    measure_id varchar not null,
    role varchar not null,
    place integer not null,
    finest tinyint not null,
    primary key (group_id, step, measure_id)
);

-- one row per territory and group with a known service: residents within reach of one, in
-- percent, wherever in the territory it may be shown in it stands; percent_upper is NULL where
-- not all services of the country are known
create table protection_reach (
    territory_id varchar not null,
    group_id varchar not null,
    percent_lower double not null,
    percent_upper double,
    period varchar not null,
    source_id varchar not null,
    evidence varchar not null,
    primary key (territory_id, group_id)
);
