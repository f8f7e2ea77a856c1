"""What time a number is about, and the time of what it is compared with."""
