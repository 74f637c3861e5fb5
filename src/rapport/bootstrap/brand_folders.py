"""The folders of brands in the home folder."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.brand_folder.nodes import Problems, load
from rapport.adapters.plain_files import plain_file


class BrandFolders:
    """One for all who read them or change them: each state of a folder is read once. `lock` is
    what those wait for who change one."""

    def __init__(self, home: Path, lock: Path) -> None:
        self._home = home
        self._lock = lock
        self._files: dict[Path, FolderFiles] = {}

    def every(self) -> list[Path]:
        return sorted(p for p in self._home.iterdir() if (p / "brand.yaml").is_file())

    def folder(self, brand: str) -> Path | None:
        """A brand's folder: the one of its name, or one that has its key."""
        folders = self.every()
        for folder in folders:
            if folder.name == brand and _key(folder) in (brand, ""):
                return folder
        return next((folder for folder in folders if _key(folder) == brand), None)

    def files(self, brand: str) -> FolderFiles | None:
        """The files of a brand's folder; None where it has none."""
        folder = self.folder(brand)
        return self.files_in(folder) if folder else None

    def files_in(self, folder: Path) -> FolderFiles:
        """The files of any folder, in the home folder or elsewhere."""
        known = self._files.get(folder)
        # Of requests that come at once all get the same, whichever was the first.
        return known or self._files.setdefault(folder, FolderFiles(folder, self._lock))


def _key(folder: Path) -> str:
    """The key in a folder's brand.yaml; empty where it cannot be read."""
    problems = Problems()
    try:
        value = load("brand.yaml", plain_file(folder / "brand.yaml").read_bytes(), problems)
    except OSError:
        return ""
    key = value.entries().get("key") if value.is_mapping else None
    return key.written if key is not None and not problems.found else ""
