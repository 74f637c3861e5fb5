"""Flows: how a person's runs are entered, moved on, merged and left."""
