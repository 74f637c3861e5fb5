"""For every test, and every program that a test starts."""

import gc
import os

import pytest
from hypothesis import settings

# As the command line does: the matrices here are small, and threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# How long an example takes says how busy the machine is, and nothing of whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

gc.disable()  # until all is loaded: ten thousand tests, of which nothing goes before the end


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What was loaded stays. To look through it again and again for what could go took 7 %."""
    gc.collect()
    gc.freeze()
    gc.enable()
