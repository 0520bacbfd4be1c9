"""The parts of the Reach page."""
