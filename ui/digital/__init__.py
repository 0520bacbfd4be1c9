"""The Digital page: services, the languages they speak, and what there is on site."""
