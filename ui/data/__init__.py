"""The Data page: what to take away, in which form, from where, how to cite it."""
