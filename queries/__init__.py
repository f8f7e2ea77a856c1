"""Every question the app asks: one .sql a question, and the thin Python that runs it."""
