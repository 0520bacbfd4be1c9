"""Scenarios: plans as addresses and files, their rows and costs, and the page that shows them."""
