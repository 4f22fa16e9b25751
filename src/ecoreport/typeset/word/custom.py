"""What a Word file says of itself in words of its maker's own (custom properties): written, and read back.

Other programs keep them when they save the file. One of them seals the package: it stands for all other parts, so that
a file which nobody has saved since it was made is known without a look at its text.
"""

import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from lxml import etree

PART = "docProps/custom.xml"
SEAL = "ecoreport-seal"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/"
_NAMESPACE, _TYPES = f"{_KIND}custom-properties", f"{_KIND}docPropsVTypes"
_ANY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that all custom properties are of, [MS-OSHARED] 2.3.3.2.2
_FIRST = 2  # the first two numbers are taken


def written(properties: Mapping[str, str]) -> bytes:
    """The part that holds the properties, each a text of at most 255 characters."""
    root = etree.Element(f"{{{_NAMESPACE}}}Properties", nsmap={"op": _NAMESPACE, "vt": _TYPES})
    for number, (name, text) in enumerate(properties.items(), _FIRST):
        one = etree.SubElement(root, f"{{{_NAMESPACE}}}property", fmtid=_ANY, pid=str(number), name=name)
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def read(root: etree._Element) -> Mapping[str, str]:
    """The properties that are texts, by their names."""
    found = ((one.get("name", ""), one.find(f"{{{_TYPES}}}lpwstr")) for one in root.iter(f"{{{_NAMESPACE}}}property"))
    return {name: text.text or "" for name, text in found if text is not None}


def seal(members: Iterable[zipfile.ZipInfo]) -> str:
    """What stands for all members of a package but this part, by their names, sizes and checksums."""
    told = (f"{one.filename} {one.file_size} {one.CRC}" for one in members if one.filename != PART)
    return urlsafe_b64encode(sha256("\n".join(told).encode("utf-8", "replace")).digest())[:16].decode()
