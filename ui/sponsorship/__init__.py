"""The parts of the Sponsorship page: what to choose, what is worked out, and its words."""
