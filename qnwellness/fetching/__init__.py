"""Getting one file from an address, or sending a message to one.

Off until the operator names hosts, and never from inside our own network.

Owns every rule of what may be fetched (the OWASP sheet on server-side request forgery). Knows nothing of what
is fetched, of the database and of settings: the allowed hosts are handed in. Pure.
"""

from qnwellness.fetching.address import NotFetched, Target, check_address
from qnwellness.fetching.download import MAX_BYTES, fetch
from qnwellness.fetching.network import Network
from qnwellness.fetching.post import Answer, post

__all__ = ["MAX_BYTES", "Answer", "Network", "NotFetched", "Target", "check_address", "fetch", "post"]
