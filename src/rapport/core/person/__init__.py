"""What is known of one person: names, consent, orders, habits, predictions, signals."""
