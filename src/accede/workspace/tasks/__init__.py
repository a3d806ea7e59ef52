"""What is to be done by when, the calendar of it, and what is handed over."""
