"""Readers of file layouts that several publishers' datasets share."""
