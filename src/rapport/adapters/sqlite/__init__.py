"""The embedded store on SQLite: one file, no server."""
