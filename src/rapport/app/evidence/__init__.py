"""What closed decisions and a brand's log have shown, made ready to learn from."""
