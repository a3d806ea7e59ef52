"""How near States stand, what moved, whom to approach next, who leaves. For those who work on letters; told nowhere else."""
