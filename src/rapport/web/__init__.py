"""The edge: the API, the console, sign-in, and problems told plainly."""
