"""What a number measures: a level, a change, a share, a plan."""
