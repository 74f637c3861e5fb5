"""The console's pages of frameworks: what may be said, how it looks, changing and publishing it."""
