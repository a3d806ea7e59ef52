"""What came in: the list with its holding pen, one message beside what is recorded of it, files and notes that are added."""
