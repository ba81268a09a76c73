import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing.packages import PictureFile
from blog.importing.packages.matching import NextTo, Pictures


def shelf(*paths: str, base: str = "") -> NextTo:
    def listing() -> dict[str, PictureFile]:
        return {
            path: PictureFile(path, len(path), lambda path=path: io.BytesIO(path.encode()))  # type: ignore[misc]
            for path in paths
        }

    return NextTo(Pictures(listing), tuple(base.split("/")) if base else ())


def found(shelf: NextTo, name: str, address: str = "") -> str | None:
    picture = shelf.find(name, address)
    return picture.name if picture else None


@pytest.mark.parametrize(
    ("file", "name", "address"),
    [
        ("leaf.png", "leaf.png", ""),
        ("Leaf.PNG", "leaf.png", ""),
        ("leaf green.png", "leaf%20green.png", ""),
        ("leaf%20green.png", "leaf%20green.png", ""),
        ("leaf.jpeg", "leaf.jpg", ""),
        ("leaf_480x480.png", "leaf.png", "https://cdn.shopify.com/s/files/1/leaf.png?v=1"),
        ("leaf.png", "leaf_480x480.png", "//shop.example/cdn/shop/articles/leaf_480x480.png?v=1"),
        ("leaf_1024x1024@2x.png", "leaf.png", ""),
        ("leaf.png", "leaf_600x_crop_center.png", ""),
        ("leaf.png?v=169", "leaf.png", "https://shop.example/leaf.png?v=169"),
        ("leaf.png@v=169", "leaf.png", ""),
        ("leaf-1024x683.png", "leaf.png", ""),
        ("leaf.png", "leaf-1024x683.png", ""),
        ("leaf-scaled.jpg", "leaf.jpg", ""),
        ("a/b/leaf.png", "leaf.png", "https://blog.example/wp-content/uploads/leaf.png"),
        ("th\u00e9.png", "the\u0301.png", ""),
        ("posts/leaf.png", "leaf.png", "posts\\leaf.png"),
    ],
)
def test_a_picture_is_found_under_the_names_shops_and_browsers_give_it(
    file: str, name: str, address: str
) -> None:
    assert found(shelf(file, "other/cup.png"), name, address) == file


class TestOfSeveral:
    def test_the_one_of_exactly_that_name_comes_first(self) -> None:
        assert found(shelf("leaf_100x100.png", "leaf.png", "Leaf.png"), "leaf.png") == "leaf.png"

    def test_the_one_with_the_same_folders_comes_first(self) -> None:
        several = shelf("2023/05/leaf.png", "2024/05/leaf.png")
        assert found(several, "leaf.png", "https://b.example/uploads/2024/05/leaf.png") == "2024/05/leaf.png"

    def test_the_nearest_comes_first(self) -> None:
        several = ("leaf.png", "spring/leaf.png", "spring/img/leaf.png", "autumn/img/leaf.png")
        assert (
            found(shelf(*several, base="spring"), "leaf.png", "https://x.example/leaf.png")
            == "spring/leaf.png"
        )

    def test_the_largest_of_several_sizes_comes_first(self) -> None:
        assert found(shelf("leaf_100x.png", "leaf_1200x900.png"), "leaf.png") == "leaf_1200x900.png"

    def test_none_is_better_than_a_wrong_one(self) -> None:
        assert found(shelf("a/leaf.png", "b/leaf.png", base="c"), "leaf.png") is None

    def test_it_does_not_matter_which_of_two_equal_ones_it_is(self) -> None:
        def listing() -> dict[str, PictureFile]:
            return {
                path: PictureFile(path, 4, lambda: io.BytesIO(b"leaf"))
                for path in ("a/leaf.png", "b/leaf.png")
            }

        assert found(NextTo(Pictures(listing)), "leaf.png") == "a/leaf.png"


def test_only_names_that_are_asked_for_are_found() -> None:
    full = shelf("leaf.png", "cup.png")
    for name, address in (("", ""), ("..", "../.."), ("leaf", ""), ("leaf.gif", ""), ("", "https://[")):
        assert full.find(name, address) is None


@given(st.text(max_size=40), st.text(max_size=60))
def test_any_name_is_found_or_not(name: str, address: str) -> None:
    shelf("leaf.png", "a/b/cup.png", base="a").find(name, address)
