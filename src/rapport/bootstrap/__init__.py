"""Puts an installation together: the only place that knows every adapter."""
