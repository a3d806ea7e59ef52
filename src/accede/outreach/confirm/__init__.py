"""A State confirms, corrects and completes its own entry: by a link without account, or in a Word form."""
