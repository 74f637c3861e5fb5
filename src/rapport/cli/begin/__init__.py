"""Commands to begin with: the demo, a brand's folder, a shop's orders, the server."""
