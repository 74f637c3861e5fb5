"""The world of the review desk."""

from review_world import world

__all__ = ["world"]
