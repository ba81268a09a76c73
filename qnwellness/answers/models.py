"""That something shoppers see has changed."""

from django.db import models


class Change(models.Model):
    """One change. Written in the transaction that makes it, so that it is seen exactly when that is.

    `parts` are the names of what has changed. Rows are only ever added, as a row that every change rewrites would make
    transactions wait for each other; old ones go with `forget_changes`.
    """

    parts = models.JSONField(default=list)
    # How often caches in front have been told of it.
    told = models.PositiveSmallIntegerField(default=0, db_index=True)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        # Nobody looks at them one by one.
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M:%S}"
