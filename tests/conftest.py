"""For every test, and every program that a test starts."""

import os

from hypothesis import settings

# As the command line does: the matrices here are small, and threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How long an example takes says how busy the machine is, and nothing of whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
