"""For every test, and every program that a test starts."""

import os

# As the command line does: the matrices here are small, and threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
