"""The commands that write papers, one a paper; `writing` has what they share."""
