"""People in charge: who they are, what they stopped or retired, and the log of it."""
