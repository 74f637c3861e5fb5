"""The world of the review desk."""

from review_world import careful, world

__all__ = ["careful", "world"]
