"""Replies: fetched from the mailbox, uploaded or typed in, matched with the letter they answer, recorded. One use case a file."""
