"""All contradictions on one screen, with what was chosen between them, by whom and why."""
