"""The contract as it lies in the project, ready to judge requests and replies."""

import json
import re

from jsonschema import Draft202012Validator


class Contract:
    def __init__(self, path):
        self._document = json.loads(path.read_text(encoding="utf-8"))
        self._validators = {}
        self._operations = []
        for template, methods in self._document["paths"].items():
            pattern = re.compile("/".join("[^/]+" if part.startswith("{") else re.escape(part)
                                          for part in template.split("/")))
            self._operations += [(method.upper(), pattern, operation) for method, operation in methods.items()]

    def _resolved(self, schema):
        """Without references, which would be looked up for every value again."""
        if isinstance(schema, list):
            return [self._resolved(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            target = self._document
            for part in schema["$ref"].split("/")[1:]:
                target = target[part]
            return self._resolved(target)
        return {key: self._resolved(value) for key, value in schema.items()}

    def _judge(self, name, schema, value):
        if name not in self._validators:
            schema = self._resolved(schema)
            Draft202012Validator.check_schema(schema)
            self._validators[name] = Draft202012Validator(schema)
        return [f"{name}: {'/'.join(map(str, error.absolute_path))} breaks {'/'.join(map(str, error.schema_path))}"
                for error in self._validators[name].iter_errors(value)]

    def faults(self, name, value):
        """Where a value is not what the schema of this name says; no data of persons."""
        return self._judge(name, self._document["components"]["schemas"][name], value)

    def operation(self, method, path):
        """What is asked for; None when the contract has nothing there."""
        for known, pattern, operation in self._operations:
            if known == method and pattern.fullmatch(path):
                return operation
        return None

    def header_faults(self, operation, headers):
        """What a request's headers lack."""
        faults = []
        for parameter in self._resolved(operation["parameters"]):
            if parameter["in"] != "header":
                continue
            name, value = parameter["name"], headers.get(parameter["name"])
            if value is None:
                faults.append(f"{operation['operationId']}: no {name}")
            else:
                faults += self._judge(f"{operation['operationId']} {name}", parameter["schema"], value)
        if operation.get("security") != [] and not headers.get("Authorization", "").startswith("Bearer "):
            faults.append(f"{operation['operationId']}: no token")
        if operation.get("security") == [] and headers.get("Authorization"):
            faults.append(f"{operation['operationId']}: a token where none belongs")
        if "requestBody" in operation and headers.get("Content-Type") not in operation["requestBody"]["content"]:
            faults.append(f"{operation['operationId']}: another type of content")
        return faults

    def reply_faults(self, operation, status, answer):
        """Where an answer is not what the contract has for its status."""
        reply = operation["responses"].get(str(status)) or operation["responses"].get(f"{status // 100}XX")
        if reply is None:
            return [f"{operation['operationId']}: no status {status} in the contract"]
        content = self._resolved(reply).get("content")
        if content is None:
            return []
        return self._judge(f"{operation['operationId']} {status}", content["application/json"]["schema"], answer)
