"""The use cases, over ports: take in, process, dispatch, write, review, learn, report."""
