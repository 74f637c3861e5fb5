"""A real Chromium, driven over a pipe by its DevTools protocol: no driver, no open port."""

from __future__ import annotations

import atexit
import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_SECONDS = 60
"""A page that takes longer has failed; it is never waited for where it comes sooner."""

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-pipe",
)  # fmt: skip


def chromium() -> str:
    """The program; empty where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


class Chromium:
    """The program, and the pipe to it. What JSON holds has any type."""

    def __init__(self) -> None:
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        self._folder = tempfile.mkdtemp(prefix="rapport-chromium-")
        # Chromium reads from 3 and writes to 4: ours must not be in the way.
        high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 50) for fd in (theirs_in, theirs_out)]

        def hand_over() -> None:
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self._process = subprocess.Popen(
            [chromium(), *_FLAGS, f"--user-data-dir={self._folder}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=hand_over, pass_fds=(3, 4),  # noqa: PLW1509 (it only calls dup2)
        )  # fmt: skip
        for fd in (theirs_in, theirs_out, *high):
            os.close(fd)
        self._unread = b""
        self._asked = 0
        self.hearing: dict[str, Callable[[Any], None]] = {}
        """Who hears what a page tells, by its session."""
        atexit.register(self.close)

    def close(self) -> None:
        atexit.unregister(self.close)
        self._process.kill()
        self._process.wait(10)
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._folder, ignore_errors=True)

    def runs(self) -> bool:
        return self._process.poll() is None

    def ask(self, method: str, session: str, **params: object) -> Any:
        """What is answered; what pages tell meanwhile goes to whoever hears it."""
        number = self.say(method, session, **params)
        while True:
            told = self._next()
            if told.get("id") == number:
                return told
            if hear := self.hearing.get(told.get("sessionId", "")):
                hear(told)

    def say(self, method: str, session: str, **params: object) -> int:
        """Asks without waiting for an answer, and says by which number that would come."""
        self._asked += 1
        asked = {"id": self._asked, "method": method, "params": params}
        if session:
            asked["sessionId"] = session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        return self._asked

    def _next(self) -> Any:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._in], [], [], PATIENCE_SECONDS)
            part = os.read(self._in, 65_536) if ready else b""
            if not part:
                raise AssertionError("the browser does not answer any more")
            self._unread += part
        told, _, self._unread = self._unread.partition(b"\0")
        return json.loads(told)


_running: list[Chromium] = []


def _one_that_runs() -> Chromium:
    """One for all tests of a process: starting it takes longer than most of them."""
    if _running and not _running[0].runs():
        _running.pop().close()
    if not _running:
        _running.append(Chromium())
    return _running[0]


class Browser:
    """One page, in a context of its own: with no cookies, and nothing kept, of any other."""

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        self._chromium = _one_that_runs()
        self._session = ""
        self.said: list[str] = []
        """What the page wrote to its console, and what went wrong in it."""
        self._context = self._ask("Target.createBrowserContext")["browserContextId"]
        target = self._ask(
            "Target.createTarget", url="about:blank", browserContextId=self._context
        )["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._chromium.hearing[self._session] = self._hear
        for domain in ("Page", "Runtime", "Log"):
            self._ask(f"{domain}.enable")
        self.size(width, height)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        del self._chromium.hearing[self._session]
        self._session = ""
        self._ask("Target.disposeBrowserContext", browserContextId=self._context)

    def size(self, width: int, height: int) -> None:
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip

    def prefer(self, scheme: str) -> None:
        """Sets the colours that pages are shown in: `light` or `dark`."""
        wish = {"name": "prefers-color-scheme", "value": scheme}
        self._ask("Emulation.setEmulatedMedia", features=[wish])

    def open(self, address: str) -> None:
        self._ask("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def js(self, expression: str) -> Any:
        """What an expression of the page comes to."""
        done = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return done["result"].get("value")

    def until(self, expression: str) -> None:
        """Waits until an expression of the page is true."""
        for _ in range(PATIENCE_SECONDS * 20):
            if self.js(f"Boolean({expression})"):
                return
            select.select([], [], [], 0.05)
        raise AssertionError(f"never came true: {expression}; the page said {self.said}")

    def until_said(self, words: str, times: int = 1) -> None:
        """Waits until it has told that often what `said` tells."""
        for _ in range(PATIENCE_SECONDS * 20):
            if self.said.count(words) >= times:
                return
            self.js("0")  # what it tells meanwhile is heard
            select.select([], [], [], 0.05)
        raise AssertionError(f"it never said {words!r}, but {self.said}")

    def press(self, key: str) -> None:
        """Presses a key, as a keyboard would."""
        text = {"text": key} if len(key) == 1 else {}
        text |= {"text": "\r"} if key == "Enter" else {}
        codes = {"Enter": 13, "Escape": 27, "Tab": 9}
        code = codes.get(key, ord(key.upper()) if len(key) == 1 else 0)
        for kind in ("keyDown", "keyUp"):
            more = text if kind == "keyDown" else {}
            self._ask(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more
            )

    def click(self, selector: str) -> None:
        """Clicks the first element that fits."""
        self.js(f"document.querySelector({selector!r}).click()")

    def address(self) -> str:
        return str(self.js("location.href"))

    def without_scripts(self) -> None:
        """From the next page on, no script of a page runs; what a test asks still does."""
        self._ask("Emulation.setScriptExecutionDisabled", value=True)

    def type(self, words: str) -> None:
        self._ask("Input.insertText", text=words)

    def picture(self, path: Path) -> None:
        """What is seen, as a PNG."""
        shot = self._ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    def _ask(self, method: str, **params: object) -> Any:
        told = self._chromium.ask(method, self._session, **params)
        if "error" in told:
            # While one page goes and the next comes, there is nobody to answer.
            if method == "Runtime.evaluate":
                return {"result": {}}
            raise AssertionError(f"{method}: {told['error']}")
        return told["result"]

    def _hear(self, told: Any) -> None:
        if told.get("method") == "Runtime.exceptionThrown":
            self.said.append(str(told["params"]["exceptionDetails"].get("exception")))
        elif told.get("method") == "Log.entryAdded":
            entry = told["params"]["entry"]
            if not entry.get("url", "").endswith("/favicon.ico"):
                self.said.append(entry["text"])
        elif told.get("method") == "Page.javascriptDialogOpening":
            # Whoever is asked whether to leave a page stays on it.
            self.said.append(f"a dialogue: {told['params']['type']}")
            self._chromium.say("Page.handleJavaScriptDialog", self._session, accept=False)
