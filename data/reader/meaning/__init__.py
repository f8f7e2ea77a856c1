"""From passages to figures: what every number measures, of what and when."""
