"""What only the workspace keeps: unfinished work of one person. Evidence is kept below."""

from accede.workspace.models.draft import Draft

__all__ = ["Draft"]
