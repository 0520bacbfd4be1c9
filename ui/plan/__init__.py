"""The page Action Plan: where each of its points stands, from the figures at hand."""
