"""What stands in a sentence: its language, treaties, meetings, votes, days, States and numbers. Pure."""
