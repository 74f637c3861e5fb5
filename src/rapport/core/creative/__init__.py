"""What people write so that a message can vary, and the message that is made of it."""
