"""Outreach: whom the presidency writes to, what it sends, what comes back, what is to be done. Nothing public imports it."""
