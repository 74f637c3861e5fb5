"""What customers reach from a message: where it leads, its pictures, and the way out."""
