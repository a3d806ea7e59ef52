"""What only the workspace keeps: unfinished work of one person. Evidence is kept below."""
