"""A made-up shop over a real installation: its year, its month, and what came of it."""
