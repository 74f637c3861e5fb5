"""Events taken in, given to the core in one commit with what follows, and lived again later."""
