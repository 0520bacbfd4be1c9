"""Sites: where new places of a service would reach most people who have none."""
