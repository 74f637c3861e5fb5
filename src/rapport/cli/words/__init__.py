"""Commands about what is said: frameworks, previews, review, the writer and its checks."""
