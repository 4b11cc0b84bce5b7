"""A plan package as it arrives: a folder, a geodatabase, a GeoPackage, a shapefile, or a zip of these, unpacked safely.

A zip is looked at before one byte of it is written: members that would land outside, links, encrypted members, archives in the
archive, and sizes that only a trap has. What its directory says is not trusted: bytes are counted while they are written.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from ..errors import InputError, OutputError
from ..progress import Progress, no_progress
from ..rules import Rules
from ..sentence import translate

ARCHIVES = frozenset((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"))
DATASETS = (".shp", ".gpkg", ".geojson", ".json", ".tab", ".mif", ".kml", ".dxf")
TABLES = (".xlsx", ".xls", ".dbf", ".csv")
_BLOCK = 1 << 20
_UTF8_NAMES = 0x800
_SMALL = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What a zip may hold: bytes unpacked, times its packed size (of a member over a MiB), members."""

    most_bytes: int = 8 << 30
    most_times: int = 200
    most_members: int = 20_000


def limits_of(rules: Rules) -> Limits:
    """The limits that rules set (`plan_zip_…`)."""
    return Limits(
        most_bytes=int(rules.number("plan_zip_most_mb")) << 20,
        most_times=int(rules.number("plan_zip_most_times")),
        most_members=int(rules.number("plan_zip_most_members")),
    )


@dataclass(frozen=True)
class Dataset:
    """Something GDAL opens: `path`, and the `place` in the package it lies in (folders from the package down, '' for none)."""

    path: Path
    place: str

    @property
    def is_geodatabase(self) -> bool:
        """Whether it is a file geodatabase (a folder)."""
        return self.path.suffix.lower() == ".gdb"


def datasets_in(package: Path) -> list[Dataset]:
    """All datasets of a folder, of a single file, or of a geodatabase, by place and name.

    The .dbf of a shapefile is part of it. InputError for what is not there, can't be read, or holds none.
    """
    if not package.exists():
        raise InputError(translate("LandLedger", "{file} does not exist."), file=str(package))
    if package.is_dir() and package.suffix.lower() != ".gdb":
        try:
            found = list(_walked(package, package))
        except OSError as error:
            raise InputError(translate("LandLedger", "The folder {folder} can't be read."), folder=str(package)) from error
    else:
        found = [Dataset(package, "")]
    if not found:
        template = translate(
            "LandLedger", "{file} holds no layers: no geodatabase, GeoPackage or shapefile was found in it."
        )
        raise InputError(template, file=package.name)
    return found


def _walked(folder: Path, top: Path) -> Iterator[Dataset]:
    """Datasets below a folder; links are not followed."""
    entries = sorted(folder.iterdir(), key=lambda path: path.name)
    place = folder.relative_to(top).as_posix()
    place = "" if place == "." else place
    stems = {path.stem.lower() for path in entries if path.suffix.lower() == ".shp"}
    for path in entries:
        ending = path.suffix.lower()
        if path.name.startswith((".", "~$", "__MACOSX")) or path.is_symlink():
            continue
        if path.is_dir():
            if ending == ".gdb":
                yield Dataset(path, place)
            else:
                yield from _walked(path, top)
        elif ending in DATASETS or (ending in TABLES and not (ending == ".dbf" and path.stem.lower() in stems)):
            yield Dataset(path, place)


def is_archive(path: Path) -> bool:
    """Whether a file is packed."""
    return path.is_file() and path.suffix.lower() in ARCHIVES


def unpacked_name(archive: Path) -> str:
    """What the folder of an unpacked archive is called."""
    return archive.stem or "package"


def unpack(archive: Path, folder: Path, limits: Limits, progress: Progress = no_progress) -> Path:
    """Unpack a zip into a new folder below `folder`, named after it; the folder. All of it or nothing.

    InputError for what is no zip, unsafe or too large; OutputError where the folder is there already or can't be written.
    """
    target = folder / unpacked_name(archive)
    if target.exists():
        template = translate(
            "LandLedger", "{folder} is there already: choose another folder to unpack {file} into, or load the folder itself."
        )
        raise OutputError(template, folder=str(target), file=archive.name)
    try:
        with ZipFile(archive) as packed:
            members = _safe_members(packed, archive.name, limits)
            _require_room(folder, sum(member.file_size for member, _ in members), archive.name)
            return _written(packed, members, archive.name, target, limits, progress)
    except (BadZipFile, zlib.error, EOFError) as error:
        template = translate("LandLedger", "{file} is no zip file, or it is damaged; pack it anew or give the folder.")
        raise InputError(template, file=archive.name) from error
    except NotImplementedError as error:
        template = translate("LandLedger", "{file} is packed in a way that can't be read; pack it anew as an ordinary zip.")
        raise InputError(template, file=archive.name) from error


def _safe_members(packed: ZipFile, file: str, limits: Limits) -> list[tuple[ZipInfo, PurePosixPath]]:
    """The files of an archive with their paths as people named them; InputError naming the member that is not safe."""
    members: list[tuple[ZipInfo, PurePosixPath]] = []
    listed = packed.infolist()
    if len(listed) > limits.most_members:
        template = translate("LandLedger", "{file} holds {count} files, more than {most} (rule {rule}).")
        raise InputError(
            template, file=file, count=len(listed), most=limits.most_members, rule="plan_zip_most_members"
        )
    seen: set[str] = set()
    total = 0
    for member in listed:
        name = member_name(member)
        path = _safe_path(member, name, file)
        if member.is_dir():
            continue
        if path.suffix.lower() in ARCHIVES:
            template = translate("LandLedger", "{file} holds another archive, {member}: unpack it first and give the folder.")
            raise InputError(template, file=file, member=name)
        if member.flag_bits & 0x1:
            template = translate("LandLedger", "{file}: {member} is protected by a password; unpack it first.")
            raise InputError(template, file=file, member=name)
        if path.as_posix().lower() in seen:
            template = translate("LandLedger", "{file} holds {member} twice.")
            raise InputError(template, file=file, member=name)
        seen.add(path.as_posix().lower())
        total += member.file_size
        if member.file_size > _SMALL and member.file_size > limits.most_times * max(1, member.compress_size):
            template = translate(
                "LandLedger", "{file}: {member} unpacks to more than {times} times its size, as only a trap does (rule {rule})."
            )
            raise InputError(template, file=file, member=name, times=limits.most_times, rule="plan_zip_most_times")
        members.append((member, path))
    if total > limits.most_bytes:
        raise _too_large(file, limits)
    return members


def _too_large(file: str, limits: Limits) -> InputError:
    template = translate("LandLedger", "{file} unpacks to more than {most} MB (rule {rule}).")
    return InputError(template, file=file, most=limits.most_bytes >> 20, rule="plan_zip_most_mb")


def member_name(member: ZipInfo) -> str:
    """A member's name: zips made in China hold it in GBK without saying so, and Python reads it as code page 437."""
    if member.flag_bits & _UTF8_NAMES:
        return member.filename
    try:
        data = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return member.filename


def _safe_path(member: ZipInfo, name: str, file: str) -> PurePosixPath:
    """The path below the target; InputError for one that leads out of it, and for a link."""
    plain = name.replace("\\", "/")
    path = PurePosixPath(plain)
    parts = path.parts
    unsafe = (
        path.is_absolute()
        or not parts
        or ".." in parts
        or any(":" in part or "\0" in part or part != part.rstrip(" .") for part in parts)
    )
    if unsafe:
        template = translate("LandLedger", "{file}: the name {member} leads out of the package or can't be a file; nothing was unpacked.")
        raise InputError(template, file=file, member=name)
    if stat.S_ISLNK(member.external_attr >> 16):
        template = translate("LandLedger", "{file}: {member} is a link; pack the files themselves.")
        raise InputError(template, file=file, member=name)
    return path


def _require_room(folder: Path, size: int, file: str) -> None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise OutputError(translate("LandLedger", "The folder {folder} can't be read."), folder=str(folder)) from error
    if size > free:
        template = translate("LandLedger", "{file} needs {size} MB, but {folder} has only {free} MB left.")
        raise OutputError(template, file=file, size=(size >> 20) + 1, folder=str(folder), free=free >> 20)


def _written(
    packed: ZipFile,
    members: list[tuple[ZipInfo, PurePosixPath]],
    file: str,
    target: Path,
    limits: Limits,
    progress: Progress,
) -> Path:
    """Everything into a folder beside the target, which then takes its name."""
    total = max(1, sum(member.file_size for member, _ in members))
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    count = 0
    try:
        for member, path in members:
            place = beside.joinpath(*path.parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(member) as source, place.open("xb") as sink:
                while block := source.read(_BLOCK):
                    count += len(block)
                    if count > limits.most_bytes:
                        raise _too_large(file, limits)
                    sink.write(block)
                    progress(min(1.0, count / total))
        beside.chmod(0o755)
        beside.rename(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    progress(1.0)
    return target
