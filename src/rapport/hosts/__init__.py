"""What gives events and wakes to the core, and commits what comes of them."""
