"""Commands that tell what was done and why, and what it was worth."""
