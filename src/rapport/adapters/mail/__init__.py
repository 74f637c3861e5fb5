"""E-mail: how a message becomes bytes, and the senders that hand them to the world."""
