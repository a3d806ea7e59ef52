"""How a draft puts a number of States: the words, the ways of putting it, and whether all States are counted."""
