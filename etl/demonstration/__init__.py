"""The demonstration dataset: generated figures for every table and territory.

Geography, residents, economy and the definitions of measures are the published ones and anchor
what is generated; every other figure is made up by a seeded generator and says so.
"""
