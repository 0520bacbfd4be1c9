"""What the benchmark of the loaders is made of: its inputs, and the loaders it compares."""
