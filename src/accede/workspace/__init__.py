"""The staff pages: one folder a screen family, each calling the same use cases as the command line."""
