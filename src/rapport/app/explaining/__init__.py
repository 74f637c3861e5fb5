"""Why a decision, a policy, a rule or a framework is as it is, in words that a marketer reads."""
