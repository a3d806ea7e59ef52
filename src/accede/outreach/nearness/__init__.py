"""How near States outside stand to the treaty, as far as evidence shows. For the presidency; in no paper, export or public page."""
