"""Governed corrections: proposals beside what is published, reviewed and kept."""
