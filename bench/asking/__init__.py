"""What the benchmark of the Gaps page is made of: its views, and the peers that answer them."""
