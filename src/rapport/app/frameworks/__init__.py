"""Frameworks in people's hands: previewed, changed, and added to with a model's help."""
