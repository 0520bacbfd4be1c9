"""Siting: where new services reach most people whom no service reaches yet.

`model` has the need and what each candidate site would reach. `solved` gives the best choice,
proven where the time allows, else with a certified bound; `frontier` gives choices that reach less
but spread it more equally; `capacity` is for sites with so many places each, and tells what each
site adds. Below them: `greedy` picks and exchanges, `search` improves, `bound` certifies how far
from the best a choice can be at most, `core` settles sites that this proves, `exact` decides the
rest.
"""
