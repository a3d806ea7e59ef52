"""Sources: what is kept, what it says, what was recorded from it."""
