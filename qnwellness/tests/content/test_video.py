"""Addresses of videos, as people paste them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.video import parse_video

KEY = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={KEY}",
        f"https://youtube.com/watch?v={KEY}&list=PL1&index=3",
        f"http://m.youtube.com/watch?app=desktop&v={KEY}",
        f"https://music.youtube.com/watch?v={KEY}",
        f"https://youtu.be/{KEY}",
        f"https://youtu.be/{KEY}?si=abc",
        f"https://www.youtube.com/embed/{KEY}",
        f"https://www.youtube-nocookie.com/embed/{KEY}?rel=0",
        f"https://www.youtube.com/shorts/{KEY}",
        f"https://www.youtube.com/live/{KEY}/",
        f"  https://youtu.be/{KEY}  ",
    ],
)
def test_every_address_of_a_youtube_video_leads_to_it(address):
    video = parse_video(address)
    assert video.provider == "YouTube"
    assert video.page == f"https://www.youtube.com/watch?v={KEY}"
    assert video.player.startswith(f"https://www.youtube-nocookie.com/embed/{KEY}?")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://vimeo.com/76979871", "https://vimeo.com/76979871"),
        ("https://player.vimeo.com/video/76979871", "https://vimeo.com/76979871"),
        ("https://vimeo.com/channels/staffpicks/76979871", "https://vimeo.com/76979871"),
        ("https://vimeo.com/groups/health/videos/76979871", "https://vimeo.com/76979871"),
        ("https://vimeo.com/76979871/8272103f6e", "https://vimeo.com/76979871/8272103f6e"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", "https://vimeo.com/76979871/8272103f6e"),
    ],
)
def test_every_address_of_a_vimeo_video_leads_to_it(address, page):
    video = parse_video(address)
    assert (video.provider, video.page) == ("Vimeo", page)
    assert video.player.startswith("https://player.vimeo.com/video/76979871?")


def test_an_unlisted_vimeo_video_keeps_its_key():
    player = parse_video("https://vimeo.com/76979871/8272103f6e").player
    assert parse_qs(urlsplit(player).query)["h"] == ["8272103f6e"]


def test_a_player_sets_no_tracking_cookie_and_plays_at_once():
    assert parse_qs(urlsplit(parse_video("https://vimeo.com/1").player).query) == {
        "autoplay": ["1"],
        "dnt": ["1"],
    }


@pytest.mark.parametrize(
    ("time", "seconds"), [("90", "90"), ("90s", "90"), ("1m30s", "90"), ("1h0m5s", "3605")]
)
def test_a_video_starts_where_its_address_says(time, seconds):
    video = parse_video(f"https://youtu.be/{KEY}?t={time}")
    assert parse_qs(urlsplit(video.player).query)["start"] == [seconds]
    assert video.page.endswith(f"&t={seconds}s")


@pytest.mark.parametrize("time", ["0", "soon", "-5", ""])
def test_a_time_that_is_none_is_left_out(time):
    assert "start" not in parse_video(f"https://youtu.be/{KEY}?t={time}").player


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/playlist?list=PL1",
        "https://vimeo.com/about",
        "https://www.dailymotion.com/video/x8abc",
        f"https://youtube.com.example.org/watch?v={KEY}",
        f"https://example.org/?u=https://youtu.be/{KEY}",
        f"javascript://youtu.be/{KEY}",
        f"//youtu.be/{KEY}",
        "https://[broken",
        f'https://youtu.be/{KEY}"onload',
    ],
)
def test_any_other_address_is_no_video(address):
    assert parse_video(address) is None


@given(st.text() | st.from_regex(r"https://(youtu\.be|vimeo\.com)/[\w/?=&]{0,40}", fullmatch=True))
def test_whatever_is_pasted_leads_to_a_known_player_or_nowhere(address):
    video = parse_video(address)
    assert video is None or urlsplit(video.player).hostname in {
        "www.youtube-nocookie.com",
        "player.vimeo.com",
    }
