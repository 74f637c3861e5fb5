"""The command line: `app` has the commands, each module beside it does one."""

from rapport.cli.app import main

__all__ = ["main"]
