"""Why a shop has not got what it was sent. Pure."""


class Busy(Exception):
    """The shop may well take it later: after `seconds`, None where it does not say."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class Refused(Exception):
    """The shop will not take it before a person has done what the message says."""


class TokenRefused(Refused):
    """The access token is not, or no longer, good."""
