"""Settings of a site that is served to the world. It does not start with what is only good for one's own machine."""

import os

from .base import *  # noqa: F403 - adds nothing
from .refusals import refuse

refuse(os.environ)
