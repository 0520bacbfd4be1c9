"""Siting: where new services reach most people whom no service reaches yet.

`model` has the need and what each candidate site would reach. `greedy` picks one site after the
other and then exchanges them, `bound` certifies how far from the best a choice can be at most.
"""
