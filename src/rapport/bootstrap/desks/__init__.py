"""What people in charge do with an installation and what they read of it: a desk a matter."""
