"""Alliances: neighbours whose surplus would cover each other's shortage."""
