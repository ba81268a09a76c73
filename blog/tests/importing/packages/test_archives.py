import io
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from blog.importing.document import Rejected
from blog.importing.packages import BY_COMMAND, UPLOADED, Limits, packages
from blog.importing.packages.member import Member
from blog.tests.importing.packages.packing import archive, archived, keys, packed, refused

TEXT = b"Tea is a leaf. " * 40


def entry(name: str, **values: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    for attribute, value in values.items():
        setattr(info, attribute, value)
    return info


class TestNames:
    @pytest.mark.parametrize(
        "name", ["../tea.txt", "a/../../tea.txt", "/etc/tea.txt", "C:/tea.txt", "..\\tea.txt"]
    )
    def test_that_lead_out_of_it_are_refused_and_the_rest_is_read(self, tmp_path: Path, name: str) -> None:
        path = archive(tmp_path / "posts.zip", {name: TEXT, "cup.txt": TEXT})
        found = list(packages([path]))
        assert [found.reason for found in found if isinstance(found, Rejected)] == [
            "Its name leads out of the archive."
        ]
        assert len(found) == 2

    def test_are_read_as_the_tool_meant_them(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "posts.zip", {"th\u00e9.txt": TEXT, "\u8336/tea.txt": TEXT})
        assert keys(path) == ["th\u00e9.txt", "\u8336/tea.txt"]
        # The same without the flag that says that names are UTF-8, as archives of a Mac are.
        data = bytearray(path.read_bytes())
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = -1
            while (start := data.find(mark, start + 1)) >= 0:
                data[start + at : start + at + 2] = b"\0\0"
        path.write_bytes(data)
        assert keys(path) == ["th\u00e9.txt", "\u8336/tea.txt"]

    def test_that_come_twice_are_told(self, tmp_path: Path) -> None:
        with pytest.warns(UserWarning, match="Duplicate"):
            path = archive(
                tmp_path / "posts.zip", [(entry("tea.txt"), b"first"), (entry("tea.txt"), b"second")]
            )
        first, second = packages([path])
        assert first.file.whole() == b"first"  # type: ignore[union-attr]
        assert isinstance(second, Rejected)


class TestMembers:
    def test_that_are_links_or_encrypted_are_refused(self, tmp_path: Path) -> None:
        link = entry("link.txt", external_attr=(stat.S_IFLNK | 0o777) << 16)
        path = archive(tmp_path / "posts.zip", [(link, b"/etc/passwd"), (entry("secret.txt"), TEXT)])
        data = bytearray(path.read_bytes())
        at = data.rfind(b"PK\x01\x02")
        data[at + 8] |= 1
        path.write_bytes(data)
        reasons = refused(path)
        assert "a link to another file" in reasons["posts.zip/link.txt"]
        assert "without a password" in reasons["posts.zip/secret.txt"]

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_packed_in_unusual_ways_are_refused(self, tmp_path: Path, method: int) -> None:
        path = tmp_path / "posts.zip"
        with zipfile.ZipFile(path, "w", method) as packing:
            packing.writestr("tea.txt", TEXT)
        assert "unusual way" in refused(path)["posts.zip/tea.txt"]

    def test_archives_among_them_are_refused(self, tmp_path: Path) -> None:
        inner = archived({"tea.txt": TEXT})
        assert (
            "archive within"
            in refused(archive(tmp_path / "a.zip", {"b.zip": inner, "tea.txt": TEXT}))["a.zip/b.zip"]
        )

    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    def test_are_streams_that_can_go_back(self, tmp_path: Path, method: int) -> None:
        path, data = tmp_path / "posts.zip", bytes(range(256)) * 1_000
        with zipfile.ZipFile(path, "w", method) as packing:
            packing.writestr("tea.txt", data)
        (package,) = packed(path)
        with package.file.open() as stream:
            assert stream.read(10) == data[:10]
            assert stream.seek(100_000) == 100_000
            assert stream.read(5) == data[100_000:100_005]
            stream.seek(-5, io.SEEK_END)
            assert stream.read() == data[-5:]
            stream.seek(0)
            assert stream.read() == data
        assert package.file.size == len(data)

    def test_that_are_damaged_say_so(self, tmp_path: Path) -> None:
        path = tmp_path / "posts.zip"
        with zipfile.ZipFile(path, "w") as packing:
            packing.writestr("tea.txt", TEXT)
        path.write_bytes(path.read_bytes().replace(b"leaf", b"lead", 1))
        (package,) = packed(path)
        with pytest.raises(OSError, match="damaged"):
            package.file.whole()

    def test_never_give_more_than_they_say(self, tmp_path: Path) -> None:
        path = tmp_path / "posts.zip"
        archive(path, {"tea.txt": b"0" * 900_000})
        data = bytearray(path.read_bytes())
        at = data.rfind(b"PK\x01\x02")
        struct.pack_into("<L", data, at + 24, 10)
        path.write_bytes(data)
        (package,) = packed(path)
        with pytest.raises(OSError, match="damaged"), package.file.open() as stream:
            stream.read()


class TestLimits:
    def reason(self, path: Path, limits: Limits = BY_COMMAND) -> str:
        begun = time.perf_counter()
        (reason,) = refused(path, limits=limits).values()
        assert time.perf_counter() - begun < 2
        return reason

    def test_of_an_upload_are_narrower(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "posts.zip", {f"{number}.txt": f"Tea {number}" for number in range(501)})
        assert len(keys(path)) == 501
        assert self.reason(path, UPLOADED) == (
            "The archive holds more than 500 files, the limit here; pack it in parts."
        )

    def test_on_what_it_unpacks_to(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "posts.zip", {"tea.txt": TEXT * 100})
        assert "would unpack to" in self.reason(path, Limits(expanded=10_000, members=10))

    def test_on_how_densely_it_is_packed(self, tmp_path: Path) -> None:
        assert "100 times its size" in self.reason(
            archive(tmp_path / "posts.zip", {"tea.txt": b"0" * 20_000_000})
        )

    @pytest.mark.timed
    def test_hold_for_a_bomb_of_overlapping_files(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "posts.zip", {"tea.txt": b"0" * 900_000})
        data = path.read_bytes()
        at = data.rfind(b"PK\x01\x02")
        end = data.rfind(b"PK\x05\x06")
        directory = data[at:end] * 2_000
        tail = bytearray(data[end:])
        struct.pack_into("<HHL", tail, 8, 2_000, 2_000, len(directory))
        path.write_bytes(data[:at] + directory + tail)
        assert "would unpack to" in self.reason(path)

    def test_are_looked_at_before_its_directory_is(self, tmp_path: Path) -> None:
        path = tmp_path / "posts.zip"
        one = archived({"t": b""})
        at, end = one.rfind(b"PK\x01\x02"), one.rfind(b"PK\x05\x06")
        directory = one[at:end] * 300_000
        tail = bytearray(one[end:])
        # It says that there are only two.
        struct.pack_into("<HHL", tail, 8, 2, 2, len(directory))
        path.write_bytes(one[:at] + directory + tail)
        assert "more than 5,000 files" in self.reason(path)

    @pytest.mark.parametrize("cut", [4, 30, 200, -5, -30])
    def test_a_damaged_one_says_so(self, tmp_path: Path, cut: int) -> None:
        path = archive(tmp_path / "posts.zip", {"tea.txt": TEXT, "cup.txt": TEXT})
        path.write_bytes(path.read_bytes()[:cut])
        assert "damaged" in self.reason(path)

    def test_any_changed_byte_is_survived(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "posts.zip", {"tea.txt": TEXT, "cup.png": b"12345"})
        data = path.read_bytes()
        for at in range(len(data)):
            path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
            for found in packages([path]):
                if not isinstance(found, Rejected):
                    try:
                        found.file.head()
                    except OSError:
                        continue


def test_a_member_is_had_without_anything_on_a_disk(tmp_path: Path) -> None:
    path = archive(tmp_path / "posts.zip", {"tea.txt": TEXT})
    (package,) = packed(path)
    assert isinstance(package.file.open.__self__, Member)  # type: ignore[attr-defined]
    package.file.whole()
    assert list(tmp_path.iterdir()) == [path]
