"""Names of States reconciled with keys: the Reconciliation Service API 0.2 (W3C Community Group), as OpenRefine asks it."""
