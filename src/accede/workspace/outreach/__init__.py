"""Outreach: the first page of what a presidency's year consists of. Each part has a folder of its own beside this one."""
