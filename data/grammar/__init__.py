"""Small grammars of report language: numbers, units, periods, comparisons. Pure functions on text, no input or output."""
