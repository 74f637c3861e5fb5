"""How well policies learn: Rapport's beside those that people would use instead."""
