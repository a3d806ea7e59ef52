"""Holds every figure of a draft against the register."""
