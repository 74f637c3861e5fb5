"""Planned messages carried out: asked about once more, written, handed over."""
