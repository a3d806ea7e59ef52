"""Rounds of letters: planned, written, cleared, marked as they go, and told as an activity. One use case a file."""
