"""Stress test of reception: who is full first when many people come, and when."""
