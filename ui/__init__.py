"""What pages share: the store, choices, maps, scales, words and citations."""
