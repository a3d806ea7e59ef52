"""Accounts, vocabularies, the audit trail, work in the background, and whether the machine is well: for administrators."""
