"""Confirmation: the page that a State opens by its link, outside the workspace, and behind the door what came in by it."""
