"""Accede: the register and workbench of treaty universalization."""
