"""The Vision page: a picture over all areas whose ranks admit how uncertain they are."""
