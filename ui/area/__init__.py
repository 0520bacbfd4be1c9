"""What the pages of the Action Plan's areas share: where, map, rows to take away, own figures."""
