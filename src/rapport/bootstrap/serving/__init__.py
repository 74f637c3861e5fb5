"""A server: the web edge, and beside it the timers, the sending, the learning and the watching."""
