"""Serves moto, an emulation of AWS, on one local port.

moto's own server answers 500 to a few percent of concurrent calls because its models are not
thread-safe, and spends half of its time listing the same folder and the same methods again.
Here every call waits for its turn, what never changes is looked up once, and connections are kept
open between calls.
"""

import argparse
import collections
import functools
import io
import json
import os
import sys
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote_to_bytes

# Read by moto when it is imported: its AMI catalogue takes more than a second to load.
os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")

HEALTH_PATH = "/_iasql/health"
CALLS_PATH = "/_iasql/calls"


def remember_what_never_changes():
    import moto.backends
    import moto.core.responses
    import moto.core.utils

    modules = tuple(moto.backends.list_of_moto_modules())
    moto.backends.list_of_moto_modules = lambda: modules

    names = functools.lru_cache(maxsize=None)(moto.core.utils.method_names_from_class)
    moto.core.utils.method_names_from_class = names
    if hasattr(moto.core.responses, "method_names_from_class"):
        moto.core.responses.method_names_from_class = names


def delete_network_acls_with_their_vpc():
    """moto keeps them, and so lists ACLs of a VPC that is gone; AWS does not."""
    from moto.ec2.models.vpcs import VPCBackend

    delete_vpc = VPCBackend.delete_vpc

    def delete_with_acls(backend, vpc_id):
        vpc = delete_vpc(backend, vpc_id)
        for acl in [acl for acl in backend.network_acls.values() if acl.vpc_id == vpc_id]:
            del backend.network_acls[acl.id]
        return vpc

    VPCBackend.delete_vpc = delete_with_acls


class OneAtATime:
    """A WSGI application whose calls never overlap."""

    def __init__(self, application):
        self._application = application
        self._turn = threading.Lock()

    def __call__(self, environ, start_response):
        with self._turn:
            chunks = self._application(environ, start_response)
            try:
                return b"".join(chunks)
            finally:
                if hasattr(chunks, "close"):
                    chunks.close()


class WsgiHandler(BaseHTTPRequestHandler):
    """One connection: reads each request whole, so that the connection can serve the next one."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def handle_one_request(self):
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline:
            self.close_connection = True
            return
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ""
            self.send_error(414)
            return
        if self.parse_request():
            self.answer(self.read_body())
            self.wfile.flush()

    def read_body(self):
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(self.read_chunks())
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def read_chunks(self):
        while size := int(self.rfile.readline().split(b";")[0], 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass

    def answer(self, body):
        if self.path == HEALTH_PATH:
            self.send("200 OK", [("Content-Type", "text/plain")], self.server.summary.encode())
            return
        if self.path == CALLS_PATH:
            self.send("200 OK", [("Content-Type", "application/json")], self.server.calls.as_json())
            return
        self.server.calls.count(self.action(body))
        head = []
        try:
            payload = self.server.application(
                self.environ(body), lambda status, headers, exc_info=None: head.append((status, headers))
            )
            status, headers = head[-1]
        except Exception:
            traceback.print_exc()
            status, headers, payload = "500 Internal Server Error", [], traceback.format_exc().encode()
        self.send(status, headers, payload)

    def action(self, body):
        """What is called: in a header, in the query or form, or, with REST, by the method alone."""
        if target := self.headers.get("X-Amz-Target"):
            return target.rpartition(".")[2]
        parameters = self.path.partition("?")[2]
        if self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
            parameters += "&" + body.decode("utf-8", "replace")
        return parse_qs(parameters).get("Action", [self.command])[0]

    def send(self, status, headers, payload):
        code, _, reason = status.partition(" ")
        self.send_response(int(code), reason)
        for name, value in headers:
            if name.lower() not in ("content-length", "connection", "transfer-encoding", "date", "server"):
                self.send_header(name, value)
        length = len(payload)
        if self.command == "HEAD":
            length = dict((n.lower(), v) for n, v in headers).get("content-length", length)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(payload)

    def environ(self, body):
        path, _, query = self.path.partition("?")
        if "://" in path:
            path = "/" + path.split("://", 1)[1].partition("/")[2]
        environ = {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "REQUEST_URI": self.path,
            "RAW_URI": self.path,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": self.server.server_address[0],
            "SERVER_PORT": str(self.server.server_address[1]),
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.input_terminated": True,
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            key = "HTTP_" + name.upper().replace("-", "_")
            if key not in ("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING"):
                environ[key] = environ[key] + "," + value if key in environ else value
        return environ

    def log_message(self, format, *args):
        pass


class Calls:
    """How often each action was called, so that tests can tell that none was."""

    def __init__(self):
        self._counts = collections.Counter()
        self._turn = threading.Lock()

    def count(self, action):
        with self._turn:
            self._counts[action] += 1

    def as_json(self):
        with self._turn:
            return json.dumps(self._counts, sort_keys=True).encode()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, address, application, summary):
        super().__init__(address, WsgiHandler)
        self.application = application
        self.summary = summary
        self.calls = Calls()

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--no-seed", action="store_true", help="start with empty accounts")
    options = parser.parse_args()

    started = time.monotonic()
    remember_what_never_changes()
    delete_network_acls_with_their_vpc()
    import moto
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

    os.environ.setdefault("MOTO_PORT", str(options.port))
    application = OneAtATime(DomainDispatcherApplication(create_backend_app))
    contents = "nothing"
    if not options.no_seed:
        import sample_account

        contents = sample_account.create(application)
    server = Server((options.host, options.port), application, f"moto {moto.__version__}, {contents}\n")
    seconds = time.monotonic() - started
    print(f"moto {moto.__version__} serves {contents} on {options.host}:{options.port} after {seconds:.1f} s", flush=True)
    server.serve_forever(poll_interval=3600)


if __name__ == "__main__":
    main()
