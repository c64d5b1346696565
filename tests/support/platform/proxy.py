#!/usr/bin/env python3
"""A proxy that passes TLS through (CONNECT), as in a company's network. Every name it is asked for leads to this computer.

Prints its port, then a line for every CONNECT: what was asked for, and nothing that went through. With --refuse it
answers every CONNECT with that status. Ends with standard input.
"""

import argparse
import socket
import sys
import threading


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def serve(client, refuse):
    head = b""
    while b"\r\n\r\n" not in head:
        data = client.recv(4096)
        if not data:
            return
        head += data
    verb, target = head.split(b" ", 2)[:2]
    print(verb.decode(), target.decode(), flush=True)
    if refuse or verb != b"CONNECT":
        client.sendall(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % (refuse or 405))
        client.close()
        return
    server = socket.create_connection(("127.0.0.1", int(target.rsplit(b":", 1)[1])))
    client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
    threading.Thread(target=pump, args=(client, server), daemon=True).start()
    pump(server, client)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--refuse", type=int, default=0, help="the status of every answer")
    arguments = parser.parse_args()
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def accept():
        while True:
            client, _ = listener.accept()
            threading.Thread(target=serve, args=(client, arguments.refuse), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
