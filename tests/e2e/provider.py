"""A provider of logins on loopback: OpenID Connect as far as a login needs it, and its failures.

Whoever comes is logged in at once as `person`. `fault` says what goes wrong.
"""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "groundwork", "a secret between the two"
# Faults of a token, by name: what it claims instead of the truth.
CLAIMS: dict[str, dict[str, Any]] = {
    "expired": {"exp": 1_000_000_000},
    "of another provider": {"iss": "https://other.example"},
    "for another site": {"aud": "another"},
    "of another login": {"nonce": "another"},
}
SIGNATURE, REFUSED, DOWN, MUTE = "signature", "refused", "down", "mute"


@dataclass
class Provider:
    """Where it listens, as whom it logs in, and what is wrong with it ('' for nothing)."""

    address: str = ""
    person: str = "anna"
    fault: str = ""
    key: Any = field(default_factory=lambda: jwk.RSAKey.generate_key(2048, {"kid": "1"}))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def about(self) -> dict[str, Any]:
        """What it says of itself."""
        names = ("authorization", "token", "end_session")
        return {
            "issuer": self.address,
            "jwks_uri": f"{self.address}/keys",
            **{f"{name}_endpoint": f"{self.address}/{name}" for name in names},
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorization(self, asked: dict[str, str]) -> str:
        """Where a reader is sent back to, with a code for the site, or a refusal."""
        said = {"state": asked["state"]}
        if self.fault == REFUSED:
            said["error"] = "access_denied"
        else:
            said["code"] = token_urlsafe()
            self.asked[said["code"]] = asked
        return f"{asked['redirect_uri']}?{urlencode(said)}"

    def token(self, given: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """The token for a code, once, to the site that began the login; else None."""
        asked = self.asked.pop(given.get("code", ""), None)
        pair = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or authorization != f"Basic {pair}" or self.fault == MUTE:
            return None
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return None
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "sub": self.person, "nonce": asked["nonce"]}
        claims |= {"iat": now, "exp": now + 300, **CLAIMS.get(self.fault, {})}
        forged = jwk.RSAKey.generate_key(2048) if self.fault == SIGNATURE else self.key
        token = jwt.encode({"alg": "RS256", "kid": "1"}, claims, forged)
        return {"token_type": "Bearer", "access_token": token_urlsafe(), "id_token": token}


@contextmanager
def provided() -> Iterator[Provider]:
    """A provider that listens."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield provider
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = _single(parts.query)
        if self.provider.fault == DOWN:
            self.send_error(503)
        elif parts.path == "/.well-known/openid-configuration":
            self._say(self.provider.about())
        elif parts.path == "/keys":
            self._say({"keys": [self.provider.key.as_dict(private=False)]})
        elif parts.path == "/authorization":
            self._send_to(self.provider.authorization(asked))
        elif parts.path == "/end_session":
            self._send_to(asked["post_logout_redirect_uri"])
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        given = _single(self.rfile.read(int(self.headers["Content-Length"])).decode())
        token = self.provider.token(given, self.headers.get("Authorization", ""))
        self._say(token or {"error": "invalid_grant"}, 200 if token else 400)

    def _say(self, what: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_to(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def _single(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}
