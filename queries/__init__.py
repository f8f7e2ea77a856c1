"""Every question the app asks: one .sql file per question, and the thin Python that runs it."""
