"""Working on SQL text while it is edited, complete or not: tokens, completion, formatting."""
