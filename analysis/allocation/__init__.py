"""Allocation: to which territories arriving people can go, and who is left without a place.

`filling` shares persons out one by one where each territory's burden depends on its own number
alone; that is exact and fast. `objectives` says what such a burden is. `together` places groups
and families who compete for the same places, by a solver. `limits` says why a request cannot be
met: which limit, and by how many persons.
"""
