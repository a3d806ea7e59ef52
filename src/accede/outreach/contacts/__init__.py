"""Whom to write to: contacts are kept, taken in, given out and erased here. Personal data; nothing of it enters the chain."""
