"""What is kept from one run to the next: where the reader was, the texts of the console, what was run there."""
