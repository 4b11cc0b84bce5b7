"""Packages: what is found in a folder, what a zip may not do, and that nothing is left of a refused one."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from ....core.errors import Cancelled, InputError, OutputError
from ....core.rules import load_rules
from ....core.village.package import Limits, datasets_in, is_archive, limits_of, unpack


def packed(folder: Path, members: dict[str, bytes], name: str = "村庄.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return path


def test_a_zip_is_unpacked_whole_into_a_folder_of_its_name(tmp_path):
    archive = packed(tmp_path, {"甲村/GHDLTB.shp": b"a" * 10, "甲村/GHDLTB.dbf": b"b", "说明.txt": b"c"})
    folder = unpack(archive, tmp_path, Limits())
    assert folder == tmp_path / "村庄"
    assert (folder / "甲村" / "GHDLTB.shp").read_bytes() == b"a" * 10
    assert sorted(path.name for path in tmp_path.iterdir()) == ["村庄", "村庄.zip"]
    assert [(each.path.name, each.place) for each in datasets_in(folder)] == [("GHDLTB.shp", "甲村")]


def test_names_in_gbk_are_read_as_people_wrote_them(tmp_path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        info = zipfile.ZipInfo("placeholder")
        writer.writestr(info, b"x")
    data = archive.read_bytes()
    name = "规划用地.shp".encode("gbk")
    plain = b"placeholder"
    # The same length, so that the directory of the archive stays true.
    name = name.ljust(len(plain), b"_")[: len(plain)] if len(name) < len(plain) else name
    if len(name) != len(plain):
        archive = tmp_path / "b.zip"
        with zipfile.ZipFile(archive, "w") as writer:
            writer.writestr(zipfile.ZipInfo("x" * len(name)), b"x")
        data, plain = archive.read_bytes(), b"x" * len(name)
    archive.write_bytes(data.replace(plain, name))
    folder = unpack(archive, tmp_path, Limits())
    assert [path.name for path in folder.iterdir()] == ["规划用地.shp"]


@pytest.mark.parametrize(
    "name",
    ["../outside.shp", "a/../../outside.shp", "/etc/outside.shp", "C:/outside.shp", "a\\..\\..\\outside.shp", "a/..", "b. /x"],
)
def test_a_member_that_leads_out_is_refused_and_nothing_is_left(tmp_path, name):
    inner = tmp_path / "inner"
    inner.mkdir()
    archive = packed(inner, {"good.shp": b"1", name: b"2"})
    with pytest.raises(InputError, match="leads out"):
        unpack(archive, inner, Limits())
    assert [path.name for path in inner.iterdir()] == [archive.name]
    assert [path.name for path in tmp_path.iterdir()] == ["inner"]


def test_a_link_is_refused(tmp_path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        info = zipfile.ZipInfo("link.shp")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        writer.writestr(info, "/etc/passwd")
    with pytest.raises(InputError, match="link"):
        unpack(archive, tmp_path, Limits())
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("name", ["plans.zip", "a/b.RAR", "x.7z"])
def test_an_archive_in_the_archive_is_refused(tmp_path, name):
    archive = packed(tmp_path, {name: b"PK", "a.shp": b"1"})
    with pytest.raises(InputError, match="another archive"):
        unpack(archive, tmp_path, Limits())


def test_a_member_that_stands_twice_is_refused(tmp_path):
    archive = packed(tmp_path, {"a.shp": b"1", "A.shp": b"2"})
    with pytest.raises(InputError, match="twice"):
        unpack(archive, tmp_path, Limits())


def test_a_bomb_is_refused_by_ratio_by_size_and_by_count(tmp_path):
    bomb = packed(tmp_path, {"a.shp": b"\0" * (4 << 20)})
    with pytest.raises(InputError, match="times"):
        unpack(bomb, tmp_path, Limits())
    with pytest.raises(InputError, match="MB"):
        unpack(bomb, tmp_path, Limits(most_bytes=1 << 20, most_times=10_000))
    many = packed(tmp_path, {f"{number}.txt": b"" for number in range(30)}, "many.zip")
    with pytest.raises(InputError, match="30 files"):
        unpack(many, tmp_path, Limits(most_members=29))
    assert unpack(many, tmp_path, Limits(most_members=30)).is_dir()
    assert not (tmp_path / "村庄").exists()


def test_sizes_that_the_directory_lies_about_do_not_help(tmp_path):
    archive = packed(tmp_path, {"a.shp": os.urandom(3 << 20)}, "lie.zip")
    data = bytearray(archive.read_bytes())
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 10)
    archive.write_bytes(bytes(data))
    with pytest.raises(InputError):
        unpack(archive, tmp_path, Limits(most_bytes=1 << 20))
    assert not (tmp_path / "lie").exists()


def test_what_is_no_zip_or_damaged_or_locked_is_refused(tmp_path):
    nothing = tmp_path / "a.zip"
    nothing.write_bytes(b"not a zip")
    with pytest.raises(InputError, match="no zip"):
        unpack(nothing, tmp_path, Limits())
    archive = packed(tmp_path, {"a.shp": os.urandom(2000)}, "b.zip")
    data = bytearray(archive.read_bytes())
    data[60] ^= 0xFF
    archive.write_bytes(bytes(data))
    with pytest.raises(InputError, match="damaged"):
        unpack(archive, tmp_path, Limits())
    locked = packed(tmp_path, {"a.shp": b"1"}, "c.zip")
    data = bytearray(locked.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(bytes(data))
    with pytest.raises(InputError, match="password"):
        unpack(locked, tmp_path, Limits())
    assert not any(path.is_dir() for path in tmp_path.iterdir())


def test_a_folder_that_is_there_is_never_written_into(tmp_path):
    archive = packed(tmp_path, {"a.shp": b"1"})
    (tmp_path / "村庄").mkdir()
    with pytest.raises(OutputError, match="already"):
        unpack(archive, tmp_path, Limits())
    assert list((tmp_path / "村庄").iterdir()) == []


def test_cancelling_leaves_nothing(tmp_path):
    archive = packed(tmp_path, {"a.shp": os.urandom(5 << 20)})

    def cancel(fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        unpack(archive, tmp_path, Limits(), cancel)
    assert [path.name for path in tmp_path.iterdir()] == [archive.name]


def test_no_room_is_told_before_anything_is_written(tmp_path, monkeypatch):
    archive = packed(tmp_path, {"a.shp": os.urandom(5 << 20)})
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1 << 20))
    with pytest.raises(OutputError, match=r"needs \d MB"):
        unpack(archive, tmp_path, Limits())
    assert not (tmp_path / "村庄").exists()


def test_datasets_of_a_folder_a_geodatabase_and_a_pile_of_shapefiles(tmp_path):
    (tmp_path / "甲村.gdb").mkdir()
    (tmp_path / "甲村.gdb" / "a00000001.gdbtable").write_bytes(b"")
    for name in ("乙村/GHDLTB.shp", "乙村/GHDLTB.dbf", "乙村/指标.xlsx", "乙村/~$指标.xlsx", "乙村/表.dbf", ".hidden/a.shp", "b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [(each.place, each.path.name) for each in datasets_in(tmp_path)] == [
        ("乙村", "GHDLTB.shp"),
        ("乙村", "指标.xlsx"),
        ("乙村", "表.dbf"),
        ("", "甲村.gdb"),
    ]
    assert datasets_in(tmp_path / "甲村.gdb")[0].is_geodatabase
    assert not is_archive(tmp_path / "甲村.gdb")
    with pytest.raises(InputError, match="holds no layers"):
        (tmp_path / "empty").mkdir()
        datasets_in(tmp_path / "empty")
    with pytest.raises(InputError, match="does not exist"):
        datasets_in(tmp_path / "nowhere")


def test_the_limits_are_rules():
    assert limits_of(load_rules()) == Limits()
