"""The addresses of pictures, below /infographics/.

`<article>/<block>/<digest>/<name>`: the ids of the article and of the block, what the picture shows, and which picture
it is ("poster.svg", "card.png", "pin.png"). Without the digest it leads on to the picture of today. Nothing else below
/infographics/ is taken from pages.
"""

from django.urls import re_path

from ..describing.poster import PICTURES
from .views import infographic_picture

_WHERE = r"^(?P<article>[1-9][0-9]{0,17})/(?P<block>[\w-]{1,64})/"
_NAME = rf"(?P<name>{'|'.join(name.replace('.', '[.]') for name in PICTURES)})$"

urlpatterns = [
    re_path(rf"{_WHERE}(?P<digest>[0-9a-f]{{20}})/{_NAME}", infographic_picture, name="infographic_picture"),
    re_path(rf"{_WHERE}{_NAME}", infographic_picture, name="infographic_picture_today"),
]
