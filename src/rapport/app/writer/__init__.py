"""A language model as a writer: what it is asked, what is kept of its answers, what they cost."""
