"""What the benchmark of growth is made of: a generated Europe, its build, and what is asked."""
