"""Reads a report: file to text, text to passages, passages to figures."""
