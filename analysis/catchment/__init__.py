"""Catchments: who can get to a place, how many share it, and who finds it full.

`model` has the people and the places, `decay` how a longer way counts less. A way is as the crow
flies (`crow`) or from a table of travel times (`travel`); both answer the same questions, so
`measures` (what is in reach, 2SFCA, E2SFCA, BFCA) and `coverage` (who is served) know neither.
`regions` sums cells up to territories. `grid` and `kernel` are the arithmetic of `crow`.
"""
