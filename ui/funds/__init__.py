"""The page Funds: money beside need, and what is known of how it is spent."""
