"""The addresses of pictures, below /infographics/.

`<article>/<block>/<digest>/<name>`: the ids of the article and of the block, what the picture shows, and which picture
it is ("poster.svg", "card.png", "pin.png"). Nothing else below /infographics/ is taken from pages.
"""

from django.urls import re_path

from ..describing.poster import PICTURES
from .views import infographic_picture

_NAMES = "|".join(name.replace(".", r"\.") for name in PICTURES)

urlpatterns = [
    re_path(
        rf"^(?P<article>[1-9][0-9]{{0,17}})/(?P<block>[\w-]{{1,64}})/(?P<digest>[0-9a-f]{{20}})/(?P<name>{_NAMES})$",
        infographic_picture,
        name="infographic_picture",
    ),
]
