"""Which of a home folder's brands a command is about, and where its pictures go."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rapport.adapters.plain_files import plain_file
from rapport.core.brand import Brand
from rapport.core.catalogue import Product
from rapport.core.creative.proof import PICTURE_NAME, PICTURES
from rapport.errors import NoRoomError, UserError, not_written

MOST_NAMED = 50
"""Pictures with something wrong that are told of by name."""

NEEDED_BYTES = 256 * 1024
"""Free space below which it is time to say that there is none."""


def choose_brand(
    brands: Sequence[str], asked: str, home: Path, retired: Callable[[str], object]
) -> str:
    """The brand that is asked for, or the only one that is at work. Raises UserError where that
    leaves none, or several; `retired` says whether one is, and is asked only where it matters."""
    if not brands:
        raise UserError(nothing_published(home))
    if asked and asked not in brands:
        raise UserError(f"There is no brand '{asked}' here. There is: {', '.join(brands)}.")
    if asked or len(brands) == 1:
        return asked or brands[0]
    at_work = [brand for brand in brands if not retired(brand)]
    if len(at_work) != 1:
        raise UserError(f"Say which brand with --brand. There is: {', '.join(brands)}.")
    return at_work[0]


def database_in(home: Path) -> Path:
    """The home folder's database. Raises UserError where there is none: what needs a published
    brand makes no home folder, and says where it looked."""
    database = database_of(home)
    try:
        database.stat()
    except FileNotFoundError:
        raise UserError(nothing_published(home)) from None
    except OSError:
        pass  # whoever opens it is told what is wrong with it
    return database


def database_of(home: Path) -> Path:
    """Where a home folder has its database, once it has one."""
    return home / "rapport.db"


def brand_folders(home: Path) -> list[Path]:
    """The folders of brands in a home folder, published or not."""
    return sorted(path.parent for path in (home / "brands").glob("*/brand.yaml"))


def nothing_published(home: Path) -> str:
    """What to do where no brand is published yet."""
    folders = brand_folders(home)
    if not folders:
        return (
            f"There is no brand in {home.absolute()} yet. Begin with: rapport init. If yours is in "
            "another home folder, set RAPPORT_HOME to that."
        )
    return f"No brand in {home} is published yet. Publish one with: rapport publish {folders[0]}"


def try_for_room(home: Path) -> None:
    """Writes as much as many requests need, and leaves nothing behind, even where it is killed. A
    database that has no more room may still have some for a small write. Raises NoRoomError."""
    try:
        with tempfile.TemporaryFile(dir=home) as file:
            file.write(bytes(NEEDED_BYTES))
            file.flush()  # room is given here; waiting for the disk would only cost whoever asks
    except OSError as error:
        raise NoRoomError(no_room(home)) from error


def no_room(home: Path) -> str:
    """That a home folder's disk has no room, for people."""
    return f"Nothing can be written to {home}: its disk is full or failing. Free some space there."


def copy_pictures(folder: Path, target: Path) -> None:
    """Copies a brand's pictures from its folder to where the web serves them from, all of them or
    none. Raises TemporaryError or UserError where one cannot be."""
    pictures = _pictures(folder)
    beside = {picture: target / f".{picture.name}.new" for picture in pictures}
    try:
        target.mkdir(parents=True, exist_ok=True)
        for picture in pictures:
            beside[picture].write_bytes(_read(picture))
        for picture in pictures:
            beside[picture].replace(target / picture.name)
    except OSError as error:
        raise not_written(error, target) from error
    finally:
        for left in beside.values():
            left.unlink(missing_ok=True)


def sound_pictures(folder: Path, named: Mapping[str, str]) -> None:
    """Raises UserError where a picture of a brand's folder cannot be read to its end, or one of
    those `named` is not there: people would get a half of it, or nothing. Each of these has beside
    its name the file that names it."""
    # Pillow takes long to load, and most starts of Rapport publish nothing.
    from rapport.adapters.banners.decoding import not_whole  # noqa: PLC0415 (see above)

    there = _pictures(folder)
    wrong = [(one.name, why) for one in there if (why := not_whole(_read(one)))]
    names = {one.name for one in there if PICTURE_NAME.fullmatch(one.name)}
    for name, by in named.items():
        if name not in names:
            wrong.append((name, f"{by} names it, and {_lacking(folder / 'images' / name)}"))
    if wrong:
        lines = [f"\n  images/{name}: {why}" for name, why in wrong[:MOST_NAMED]]
        more = len(wrong) - len(lines)
        told = "".join(lines) + (f"\n  and {more:,} more" if more else "")
        raise UserError(
            "Some pictures cannot be read whole, so nothing was published:"
            f"{told}\nPut whole ones there, or take these away, and publish again."
        )


def named_pictures(brand: Brand, products: Mapping[str, Product]) -> dict[str, str]:
    """The pictures of images/ that messages may show, by name, and the file that names each."""
    in_catalogue = (product.image_url for product in products.values())
    return {
        **{name: "catalogue.csv" for name in in_catalogue if PICTURE_NAME.fullmatch(name)},
        **{scene.picture: "brand.yaml" for scene in brand.scenes},
    }


def _lacking(picture: Path) -> str:
    """Why no picture is to be had from there."""
    try:
        if plain_file(picture).is_dir():
            return "it is a folder"
        if not picture.exists():
            return "there is no such file"
    except OSError as error:
        return error.strerror or "it cannot be read"
    except RuntimeError:
        return "it is a link to itself"
    return "its name is not one to be shown by: make it like morning-table.png, in small letters"


def _pictures(folder: Path) -> list[Path]:
    return [
        picture
        for picture in sorted((folder / "images").glob("*"))
        if picture.suffix in PICTURES and picture.is_file()
    ]


def _read(picture: Path) -> bytes:
    try:
        return picture.read_bytes()
    except OSError as error:
        raise UserError(
            f"{picture} cannot be read: {error.strerror}. Nothing was published."
        ) from error
