"""Tables of travel times of one's own, in place of ways as the crow flies."""
