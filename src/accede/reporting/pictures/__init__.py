"""Pictures for pages and papers: SVG as text, one kind a module. Pure.

Each has a title, a description and a table that says the same. Colours are classes, so that a page's own style sheet (light,
dark, print) says what they look like; a picture that stands alone brings its style along.
"""
