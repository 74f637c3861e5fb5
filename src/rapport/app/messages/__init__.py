"""One message, written from what it is about, facts and approved words."""
