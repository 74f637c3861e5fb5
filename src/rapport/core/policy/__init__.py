"""The policy: what was learnt of each level, and the way to a choice and its probability."""
