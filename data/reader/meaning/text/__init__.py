"""The text of a passage as its rules ask about it: words between numbers, sentences, spans."""
