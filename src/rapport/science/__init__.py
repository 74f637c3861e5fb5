"""Pure and numeric: prediction, learning, assignment, inference, and the audit of signals."""
