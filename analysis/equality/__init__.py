"""How evenly a capacity is spread over need: Lorenz, Gini, Theil, Kolm-Pollak, resampled."""
