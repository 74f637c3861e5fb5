"""Measurements of Rapport on the machine at hand, beside what that machine does without Rapport."""
