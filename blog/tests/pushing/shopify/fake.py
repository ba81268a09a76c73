"""A shop of our own that behaves like Shopify's Admin API, as far as it is asked.

Written from https://shopify.dev/docs/api/admin-graphql/latest (version 2026-10): what it refuses Shopify refuses too.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

NAME = "brand-of-the-test.myshopify.com"
TOKEN = "shpat_0123456789abcdef"
SECRET = "shpss_fedcba9876543210"
CLIENT = "client-of-the-test"
VERSION_PATH = "/admin/api/2026-10/graphql.json"
_NAMESPACE = re.compile(r"[A-Za-z0-9_-]{3,255}")
_KEY = re.compile(r"[A-Za-z0-9_-]{2,64}")
_MAX_JSON = 131_072
_ALIAS = re.compile(r"(\w+): productByIdentifier\(identifier: \{handle: \$(\w+)\}\) \{ id handle \}")
_DEFINITIONS = re.compile(
    r'metafieldDefinitions\(first: 1, ownerType: PRODUCT, namespace: "([^"]*)", key: "([^"]*)"\)'
)

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class FakeShopify:
    """A shop's state and manners. `products` are ids by handle, `metafields` values by id, namespace and key."""

    products: dict[str, str] = field(default_factory=dict)
    metafields: dict[tuple[str, str, str], str] = field(default_factory=dict)
    definitions: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    # What comes before the real answers, one for each request.
    instead: list[Answer] = field(default_factory=list)
    scopes: frozenset[str] = frozenset({"read_products", "write_products"})
    points: float = 2000.0
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    operations: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    issued: int = 0
    # Ids whose metafields the shop does not take.
    stubborn: set[str] = field(default_factory=set)

    def add(self, *handles: str) -> None:
        """Have products."""
        for handle in handles:
            self.products[handle] = f"gid://shopify/Product/{len(self.products) + 1}"

    def value(self, handle: str) -> Any:
        """Return what a theme finds in `product.metafields.qnwellness.related_articles.value`."""
        return json.loads(self.metafields[self.products[handle], "qnwellness", "related_articles"])

    def answer(self, path: str, headers: Any, body: bytes) -> Answer:
        """Answer a message."""
        if self.instead:
            return self.instead.pop(0)
        if path == "/admin/oauth/access_token":
            return self._token(headers, body)
        if path != VERSION_PATH:
            return 404, {}, b'{"errors":"Not Found"}'
        if headers["X-Shopify-Access-Token"] not in self.tokens:
            return (
                401,
                {},
                b'{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}',
            )
        if headers["Content-Type"] != "application/json":
            return 400, {}, b'{"errors":{"query":"Required parameter missing or invalid"}}'
        self.bodies.append(body)
        said = json.loads(body)
        return 200, {"Content-Type": "application/json"}, json.dumps(self._executed(said)).encode()

    def _token(self, headers: Any, body: bytes) -> Answer:
        self.operations.append("token")
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        wanted = {"grant_type": "client_credentials", "client_id": CLIENT, "client_secret": SECRET}
        if form != wanted or headers["Content-Type"] != "application/x-www-form-urlencoded":
            return 400, {}, b'{"error":"invalid_request"}'
        self.issued += 1
        token = f"shpat_of_a_day_{self.issued}"
        self.tokens.add(token)
        said = {"access_token": token, "scope": "write_products", "expires_in": 86399}
        return 200, {}, json.dumps(said).encode()

    def _executed(self, said: dict[str, Any]) -> dict[str, Any]:
        query, variables = said["query"], said["variables"]
        name = re.match(r"(query|mutation) (\w+)", query)
        assert name, query
        self.operations.append(name[2])
        cost = 10 if name[1] == "mutation" else 2 + query.count("productByIdentifier")
        if cost > self.points:
            return _error("THROTTLED", "Throttled") | {"extensions": self._cost(cost)}
        self.points -= cost
        scope = "write_products" if name[1] == "mutation" else "read_products"
        if not self.scopes & {scope, "write_products"}:
            message = f"Access denied. Required access: `{scope}` access scope."
            return _error("ACCESS_DENIED", message) | {"data": None}
        data = getattr(self, f"_{name[2]}")(query, variables)
        return {"data": data, "extensions": self._cost(cost)} if "errors" not in data else data

    def _cost(self, cost: int) -> dict[str, Any]:
        status = {"maximumAvailable": 2000.0, "currentlyAvailable": self.points, "restoreRate": 100.0}
        return {"cost": {"requestedQueryCost": cost, "actualQueryCost": None, "throttleStatus": status}}

    def _FindProducts(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the operation's name
        found: dict[str, Any] = {}
        for alias, variable in _ALIAS.findall(query):
            handle = variables[variable]
            # Handles are kept in lower case, and found in any.
            owner = self.products.get(handle.lower())
            found[alias] = {"id": owner, "handle": handle.lower()} if owner else None
        asked = _DEFINITIONS.search(query)
        assert asked, query
        there = asked.groups() in self.definitions
        return found | {
            "metafieldDefinitions": {"nodes": [{"id": "gid://shopify/MetafieldDefinition/1"}] * there}
        }

    def _DefineRelatedArticles(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        asked = variables["definition"]
        errors = []
        if "admin" in asked.get("access", {}):
            errors = [
                {"code": "ADMIN_ACCESS_INPUT_NOT_ALLOWED", "field": ["definition"], "message": "Not allowed."}
            ]
        if not _NAMESPACE.fullmatch(asked["namespace"]) or not _KEY.fullmatch(asked["key"]):
            errors = [{"code": "TOO_SHORT", "field": ["definition", "namespace"], "message": "is too short"}]
        if (asked["namespace"], asked["key"]) in self.definitions:
            errors = [{"code": "TAKEN", "field": ["definition", "key"], "message": "Key is in use."}]
        if not errors:
            self.definitions[asked["namespace"], asked["key"]] = asked
        return {"metafieldDefinitionCreate": {"createdDefinition": None, "userErrors": errors}}

    def _SetRelatedArticles(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        asked = variables["metafields"]
        if len(asked) > 25:
            return _error(
                "MAX_INPUT_SIZE_EXCEEDED", f"The input array size of {len(asked)} is greater than 25."
            )
        seen: set[str] = set()
        errors = []
        for number, one in enumerate(asked):
            problem = self._wrong(one) or ("TAKEN", "is there twice") * (one["ownerId"] in seen)
            if problem:
                path = ["metafields", str(number), "value"]
                errors.append(
                    {"code": problem[0], "field": path, "elementIndex": None, "message": problem[1]}
                )
            seen.add(one["ownerId"])
        if not errors:
            for one in asked:
                self.metafields[one["ownerId"], one["namespace"], one["key"]] = one["value"]
        return {"metafieldsSet": {"metafields": None if errors else [], "userErrors": errors}}

    def _wrong(self, one: dict[str, Any]) -> tuple[str, str] | None:
        if one["ownerId"] not in self.products.values():
            return "INVALID", "Owner does not exist."
        if not _NAMESPACE.fullmatch(one["namespace"]) or not _KEY.fullmatch(one["key"]):
            return "TOO_SHORT", "Namespace is too short (minimum is 3 characters)."
        if len(one["value"].encode()) > _MAX_JSON:
            return "TOO_LONG", "Value is too long."
        if one["ownerId"] in self.stubborn:
            return "INVALID_VALUE", "Value is invalid."
        json.loads(one["value"])
        return None


def _error(code: str, message: str) -> dict[str, Any]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}
