"""What the screens show, as plain data: no widget, no question."""
