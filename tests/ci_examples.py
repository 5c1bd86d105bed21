"""The examples for GitHub and Azure: reading them, and holding them against their systems' schemas."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.process import environment
from tests.conftest import ROOT

# Azure's schema has patterns that are no regular expressions by the stricter reading of Unicode.
AZURE_SCHEMA = (
    "vendor.azure-pipelines",
    "--data-transform",
    "azure-pipelines",
    "--regex-variant",
    "nonunicode",
)
GITHUB_SCHEMA = ("vendor.github-workflows",)
with_bash = pytest.mark.skipif(os.name == "nt", reason="the systems run these commands in bash")


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def validate(path: Path, *schema: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, str(path)]
    return subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
