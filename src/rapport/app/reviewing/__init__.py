"""Drafts before people: what they see of each, what they judge, and what a judgement teaches."""
