"""For every test, and every program that a test starts."""

import gc
import os
import tempfile

import certifi
import pytest
from hypothesis import settings

# As the command line does: the matrices here are small, and threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Each client of HTTP reads what it trusts anew, all the world's authorities in 30 ms, and nothing
# here goes beyond this machine: one authority will do.
_TRUSTED = tempfile.NamedTemporaryFile("w", suffix=".pem")  # noqa: SIM115 - gone with us
_END = "-----END CERTIFICATE-----\n"
_TRUSTED.write(certifi.contents().partition(_END)[0] + _END)
_TRUSTED.flush()
os.environ["SSL_CERT_FILE"] = _TRUSTED.name

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
