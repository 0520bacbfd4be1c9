"""The parts of the page Partnership: who does what where, who is missing, who decides."""
