"""Stopping and resuming, by a person or by what is watched."""
