"""From the words around a number to an indicator of the catalogue."""
