"""The console's pages of what a brand says of itself: its voice, and what it may claim."""
