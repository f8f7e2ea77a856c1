"""The store: its schema, its build from text files, adding reports, the checks."""
