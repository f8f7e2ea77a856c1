"""An SQL text while it is being written, finished or not: its tokens, what may come next, how it is laid out to be read."""
