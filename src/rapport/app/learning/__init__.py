"""Policies, intent and order rhythm, learnt from a brand's own people, and who may publish them."""
