"""What a number is about: the names that lead to it, carried on, shifted and taken up again."""
