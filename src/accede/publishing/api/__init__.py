"""The open API, version 1: the tables of the open data, asked over HTTP. What it promises is frozen (tests/contract)."""
