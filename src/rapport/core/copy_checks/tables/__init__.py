"""The words that the checks look for, by subject, as patterns (`rapport.core.copy_checks.patterns`).

A table is named by its check; after a colon may stand when it does not apply. Words are as
`reading` makes them plain: no capitals, accents, hyphens or apostrophes.
"""
