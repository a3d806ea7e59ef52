"""The kinds of claim, one a module, all of one shape: `NEEDS` from the register, `find` in a sentence, `judge`."""
