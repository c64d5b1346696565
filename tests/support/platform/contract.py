"""The contract as it lies in the project, ready to judge requests and replies."""

import json

from jsonschema import Draft202012Validator


class Contract:
    def __init__(self, path):
        document = json.loads(path.read_text(encoding="utf-8"))
        self._schemas = document["components"]["schemas"]
        self._validators = {}

    def _resolved(self, schema):
        """Without references, which would be looked up for every value again."""
        if isinstance(schema, list):
            return [self._resolved(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            return self._resolved(self._schemas[schema["$ref"].rsplit("/", 1)[1]])
        return {key: self._resolved(value) for key, value in schema.items()}

    def faults(self, name, value):
        """Where a value is not what the schema of this name says; no data of persons."""
        if name not in self._validators:
            schema = self._resolved(self._schemas[name])
            Draft202012Validator.check_schema(schema)
            self._validators[name] = Draft202012Validator(schema)
        return [f"{name}: {'/'.join(map(str, error.absolute_path))} breaks {'/'.join(map(str, error.schema_path))}"
                for error in self._validators[name].iter_errors(value)]
