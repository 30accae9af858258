"""A server written by somebody else: takes mail over STARTTLS with a login and prints each message as one JSON line."""

import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    async def handle_DATA(self, server, session, envelope):
        message = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "authenticated": bool(session.authenticated),
            "raw": base64.b64encode(envelope.original_content).decode(),
        }
        print(json.dumps(message), flush=True)
        return "250 2.0.0 Kept"


def authenticate(server, session, envelope, mechanism, data):
    fits = data.login == b"gate" and data.password == b"sesame"
    return AuthResult(success=fits, handled=fits)


async def main():
    cert, key = sys.argv[1:3]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)

    def session():
        return SMTP(
            Sink(),
            hostname="aiosmtpd.example",
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=authenticate,
            enable_SMTPUTF8=True,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
