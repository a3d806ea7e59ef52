"""What was done: meetings, calls, appeals, press releases; notes and promises around them; the working group; the plan."""
