"""The stress test: who is full first, when, and what more places buy."""
