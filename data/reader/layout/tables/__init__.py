"""Tables in a report's text: where they stand, and their cells, each with its place."""
