"""Papers: planned, written beside the paper as it stands, cleared, sealed; their editions and files."""
