"""The verbs of the command line, by what they need: the explorer, the reader, or the store."""
