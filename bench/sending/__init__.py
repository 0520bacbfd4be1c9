"""What the bench of files is made of: rows by the million, and a server that sends them."""
