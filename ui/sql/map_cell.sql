-- one row per cell of a resolution: its corners in map coordinates, x and y in turn
select cell, corners from map_cell where resolution = $resolution order by cell
