"""What fulfils the ports: stores, sources, senders, models. No adapter imports another."""
