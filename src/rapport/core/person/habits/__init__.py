"""What is counted of a person for signals alone. `notice.py` is where events come in."""
