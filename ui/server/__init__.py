"""What stands around the whole server, pages and data routes alike."""
