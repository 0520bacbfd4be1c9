"""A composite picture of territories whose ranks admit their uncertainty.

After OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 3 to 7, and Saisana,
Saltelli and Tarantola (2005, doi:10.1111/j.1467-985X.2005.00350.x): every choice that has to be
made on the way to a rank is drawn anew many times, and a territory's rank is the range it takes.
The range says how far ranks depend on assumptions. It is a sensitivity range, not a confidence
interval: nobody knows how likely each assumption is.
"""
