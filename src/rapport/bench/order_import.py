"""Importing a large order export, in a process of its own, into a fresh home."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import msgspec
import polars as pl
from msgspec import Struct

from rapport.bench.figures import Beside, Figure, Sizes
from rapport.bench.homes import Home, empty_folder
from rapport.bench.served import our_environment
from rapport.errors import RapportError, UserError
