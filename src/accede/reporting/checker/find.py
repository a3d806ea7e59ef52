"""All claims of a draft, in its order. Pure."""
