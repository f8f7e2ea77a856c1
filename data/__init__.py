"""From report text to the DuckDB file: reader, catalogue, store."""
