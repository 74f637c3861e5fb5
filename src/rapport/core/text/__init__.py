"""Texts compared and put away safely; nothing here knows what they are for."""
