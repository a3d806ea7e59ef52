"""What was done: meetings, calls, appeals, press releases; what was noted and promised there; the working group; the plan.

What the public is told of something that was done is an `Activity`, which is evidence: recorded, reviewed, released. What goes on
around it (notes, promises, offers, invitations) is work of the presidency and never released.
"""
