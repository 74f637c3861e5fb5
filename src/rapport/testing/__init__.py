"""Shipped for tests and demos: fakes, conformance suites, and a simulated shop with known truth."""
