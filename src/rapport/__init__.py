"""Rapport: personalised automation for shops that stays in human hands."""

__version__ = "0.1.0"
