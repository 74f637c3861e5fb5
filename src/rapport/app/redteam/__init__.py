"""Rewrites whose verdict is known, held against the checks."""
