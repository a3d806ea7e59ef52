"""Letters on their way by mail: what waits, what is in doubt, what was refused; and the log of each round."""
