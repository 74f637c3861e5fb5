"""Who is in charge of a brand, the reasons they give, and the log of what they did."""
