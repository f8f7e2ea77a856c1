"""Which numbers may be figures: exclusions, mentions with their units, pairs and lists of them."""
