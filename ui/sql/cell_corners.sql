-- one row: the corners of a cell in map coordinates, x and y in turn
select corners from map_cell where cell = $cell
