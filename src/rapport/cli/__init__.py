"""The command line: `app` has the commands, each module beside it does one."""

import os

# Before numpy is loaded: what is learnt here are matrices of a few hundred rows, and on a busy
# machine the threads that a linear algebra library starts for them only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from rapport.cli.app import main

__all__ = ["main"]
