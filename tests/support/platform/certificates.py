"""A certificate authority of its own for every run, made with openssl."""

import subprocess
from pathlib import Path


def _openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Authority:
    """Lies in a folder: ca.pem, and a chain and key for each certificate that was asked for."""

    def __init__(self, folder, name="Stand-in authority"):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.key = self.folder / "ca.key"
        self.certificate = self.folder / "ca.pem"
        if not self.certificate.exists():
            _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.key)
            _openssl("req", "-x509", "-new", "-key", self.key, "-subj", f"/CN={name}", "-days", 30,
                     "-out", self.certificate)

    def issue(self, name, hosts, days=7):
        """A certificate for these hosts; with -1 days one that has expired. Returns the files of chain and key."""
        key, request, chain = (self.folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
        if chain.exists():
            return chain, key
        extensions = self.folder / f"{name}.ext"
        extensions.write_text("subjectAltName=" + ",".join(hosts) + "\n")
        _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key)
        _openssl("req", "-new", "-key", key, "-subj", f"/CN={name}", "-out", request)
        _openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial",
                 "-days", days, "-extfile", extensions, "-out", chain)
        return chain, key
