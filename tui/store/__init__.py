"""How the interface reaches the store: opened once, asked in threads of their own, written in the background."""
