"""Recipes: answers of the register into the tree of a paper, one paper a package."""
