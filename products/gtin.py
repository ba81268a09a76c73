"""Global Trade Item Numbers."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum import ean


def validate_gtin(value: str) -> None:
    """Raise ValidationError unless `value` is a GTIN-8, -12, -13 or -14 with a right check digit (GS1)."""
    if not ean.is_valid(value):
        raise ValidationError(
            _("“%(value)s” is not a GTIN: check its length and last digit."), params={"value": value}
        )
