"""From the cells of tables to figures: what the column measures, and what the row is about."""
