-- one row per cell that persons of the grid were shared out to and that is not a cell of land
select cell_persons.cell, cell_persons.grid_persons
from cell_persons
left join cell on cell.cell = cell_persons.cell
where cell.cell is null
