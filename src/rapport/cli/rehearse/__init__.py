"""Commands that rehearse, learn, replay and measure."""
