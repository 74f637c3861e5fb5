"""Commands of people in charge: stops, brands, people, policies and the audit log."""
