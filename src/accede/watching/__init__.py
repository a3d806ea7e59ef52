"""How the site is watched over: its log, its counts, what a page says when it cannot be made. No text of anybody enters it."""
