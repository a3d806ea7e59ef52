"""The States as the people at work see them: what is known, what waits, what is unknown."""
