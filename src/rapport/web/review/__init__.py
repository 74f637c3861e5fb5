"""The console's review queue, and what its judgements teach."""
