"""The console's pages of what holds for the whole brand: its rules and its care."""
