"""Full-text search over what is public, in the six languages, with and without a server."""
