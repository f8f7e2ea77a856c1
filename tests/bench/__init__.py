"""Benchmarks (``make bench``): ratios against the smallest Textual table app in the same run, never a test that can fail."""
