"""Previews: of what is published, of a folder as it stands, and for somebody who is known."""
