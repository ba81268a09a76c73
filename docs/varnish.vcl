# Varnish before the site: keeps its answers until it is told by keys to drop them. Set FRONT_CACHE=varnish and
# FRONT_CACHE_URL=http://127.0.0.1:6081 for the site, and the addresses below to where the site and its schedule run.
vcl 4.1;

import std;

backend default {
    .host = "127.0.0.1";
    .port = "8000";
    .probe = {
        .request = "GET /healthz HTTP/1.1" "Host: shop.example" "Connection: close";
        .interval = 2s;
        .timeout = 1s;
        .initial = 8;
    }
}

acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGEKEYS") {
        if (client.ip !~ purgers) {
            return (synth(403, "Not from here"));
        }
        if (req.http.Purge-Keys !~ "^[a-z0-9|]+$") {
            return (synth(400, "No keys"));
        }
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + req.http.Purge-Keys + ")(\s|$)");
        return (synth(200, "Dropped"));
    }
    # An answer whose time is over is asked for again, unless the site is gone: then what was there is better than nothing.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    # Who is known to the site gets pages of their own.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;\s*)sessionid=") {
        return (pass);
    }
    if (req.method == "GET" || req.method == "HEAD") {
        unset req.http.Cookie;
    }
}

sub vcl_backend_response {
    # Only what the site says it can drop by a key is kept.
    if (beresp.http.Surrogate-Key && !beresp.http.Set-Cookie && beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1") + "s", 0s);
        set beresp.grace = 1h;
    } else {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    }
}

sub vcl_deliver {
    # Browsers ask each time; keys are nobody's business.
    unset resp.http.Surrogate-Key;
    unset resp.http.Surrogate-Control;
    unset resp.http.Age;
}
