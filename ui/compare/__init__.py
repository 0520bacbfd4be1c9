"""Territories side by side, and those most like one."""
