"""Rounds of letters in the workspace: planned, worded, read and cleared, marked as they go; all of a round at a glance."""
