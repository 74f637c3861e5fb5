"""What flows, policies, rules and offers are worth, and how sure one can be."""
