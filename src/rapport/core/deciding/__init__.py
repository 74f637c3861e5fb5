"""Deciding: what may be chosen at a moment, about what, and the choice, which may be silence."""
