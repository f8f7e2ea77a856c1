"""What is told to people in one line."""

from __future__ import annotations


class UsageError(Exception):
    """Bad input; the message is one line: what, where, what to do."""
