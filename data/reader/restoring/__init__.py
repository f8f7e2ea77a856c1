"""Readable Vietnamese out of damaged text, for display and search only."""
