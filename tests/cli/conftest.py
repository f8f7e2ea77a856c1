"""The command line away from the configuration of whoever runs the tests."""

from tests.own_home import own_home

__all__ = ["own_home"]
