"""Checks on words before anybody sees them: small rules in tables, each naming itself.

`characters` looks at what the text is made of, `patterns` at what it says, by the tables of words
beside it; `form` at placeholders, lengths and repetition. `standard` compiles them for a framework.
`remarks` is the short list that approved words are held to, too.
"""
