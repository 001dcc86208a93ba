"""Proxies and certificates from environment variables, for the base URL of a client.

httpx reads these variables for all URLs at once. It would send requests for this machine through a proxy, and fail for
an invalid variable that the base URL does not need.
"""

from __future__ import annotations

import ipaddress
import os
import re
from urllib.parse import urlsplit
from urllib.request import getproxies

PROXIES_THAT_WORK = (
    'use http://host:port, https://host:port, or socks5://host:port with pip install "httpx[socks]"; '
    "or add the host of base_url to NO_PROXY"
)
CERTIFICATES_THAT_WORK = "SSL_CERT_FILE must be a file of certificates in PEM format, SSL_CERT_DIR a folder of them"


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine, without a DNS lookup."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def find_proxy(base_url: str) -> tuple[str, str] | None:
    """The name of the variable and the URL of the proxy for a base URL, if there is one."""
    parts, proxies = urlsplit(base_url), getproxies()
    host = parts.hostname or ""
    kind = next((kind for kind in (parts.scheme, "all") if proxies.get(kind)), None)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if kind is None or is_loopback(host) or bypasses_proxy(proxies.get("no", ""), host, port):
        return None
    name = f"{kind}_proxy"
    variable = next((name for name in (name, name.upper()) if os.environ.get(name)), "the system's proxy")
    url = proxies[kind]
    return variable, url if "://" in url else f"http://{url}"


def bypasses_proxy(no_proxy: str, host: str, port: int) -> bool:
    """Whether NO_PROXY matches a host: by name, parent domain, address, network or `*`, with or without a port."""
    for entry in no_proxy.lower().split(","):
        name = entry.strip().rpartition("://")[2]
        if name == "*":
            return True
        try:
            if ipaddress.ip_address(host) in ipaddress.ip_network(name.strip("[]"), strict=False):
                return True
        except ValueError:
            pass  # a name, or with a port
        if match := re.fullmatch(r"[*.]*(\[.+\]|[^:]+?)(:[0-9]+)?", name):
            named = match[1].strip("[]")
            if f".{host}".endswith(f".{named}") and match[2] in (None, f":{port}"):
                return True
    return False


def hide_password(url: str) -> str:
    """A URL without user and password."""
    return re.sub(r"//.*@", "//***@", url)
