"""Everything between a publisher's file and a built database."""
